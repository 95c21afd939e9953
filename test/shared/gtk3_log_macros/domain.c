// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: G_LOG_DOMAIN
#define G_LOG_DOMAIN "own"
#include <gtk/gtk.h>
void own_domain(GtkWidget *w) { g_return_if_fail(GTK_IS_WIDGET(w)); g_warning("x"); gtk_widget_show(w); }
