// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: G_DISABLE_CHECKS
#define G_DISABLE_CHECKS
#include <glib.h>
#include <gtk/gtk.h>
void own_checks(GtkWidget *w) { g_return_if_fail(gtk_widget_get_visible(w)); gtk_widget_show(w); }
