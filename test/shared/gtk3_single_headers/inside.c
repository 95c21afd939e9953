// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define __GTK_H_INSIDE__
#include <gtk/gtkbutton.h>
#undef __GTK_H_INSIDE__
GtkWidget *own_inside(void) { return gtk_button_new(); }
