// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <gtk/gtk.h>
#undef MIN
#define MIN(a, b) own_min(a, b)
static int own_min(int a, int b) { return a < b ? a : b; }
int own_minimum_after(GtkWidget *w) { gtk_widget_show(w); return MIN(3, MAX(4, 5)); }
