// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: G_DISABLE_ASSERT
#define G_DISABLE_ASSERT
#include <gtk/gtk.h>
void own_assert(GtkWidget *w) { g_assert(gtk_widget_get_visible(w)); gtk_widget_show(w); }
