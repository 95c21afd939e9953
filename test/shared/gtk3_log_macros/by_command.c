// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
// ARGS: -DG_LOG_DOMAIN="command"
#include <gtk/gtk.h>
void own_command(GtkWidget *w) { g_return_if_fail(GTK_IS_WIDGET(w)); gtk_widget_show(w); }
