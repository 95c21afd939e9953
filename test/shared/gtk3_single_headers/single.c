// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <gtk/gtkbutton.h>
GtkWidget *own_single(void) { return gtk_button_new(); }
