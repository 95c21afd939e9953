// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-061, Rhythmbox: the handler of a network answer asks for the password by a signal, without the GDK lock; the plugin answers it
// with a dialog.
// CHECKS: gdk-lock
// CHAIN: http_response_handler -> connection_get_password -> connection_auth_cb
#include "connection.h"

static void connection_auth_cb(Connection *connection, gpointer data) {
  GtkWidget *dialog = gtk_dialog_new(); /* EXPECT: gdk-lock */
  (void)connection;
  (void)data;
  gtk_dialog_run(GTK_DIALOG(dialog));
  gtk_widget_destroy(dialog);
}

void source_use(Connection *connection) {
  g_signal_connect(connection, "authenticate", G_CALLBACK(connection_auth_cb), NULL);
}
