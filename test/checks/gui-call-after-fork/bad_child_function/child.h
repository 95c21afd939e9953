// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtk/gtk.h>
void convert_in_child(GtkProgressBar *bar, const char *file);
