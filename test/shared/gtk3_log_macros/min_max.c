// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: MIN
#define MIN(a, b) own_min(a, b)
#define TRUE 2
#include <gtk/gtk.h>
static int own_min(int a, int b) { return a < b ? a : b; }
int own_minimum(GtkWidget *w) { gtk_widget_set_visible(w, TRUE); return MIN(3, CLAMP(4, 5, 6)); }
