// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-061, fixed: the emission is made within the lock.
// CHECKS: gdk-lock
#include "connection.h"

static void connection_auth_cb(Connection *connection, gpointer data) {
  GtkWidget *dialog = gtk_dialog_new();
  (void)connection;
  (void)data;
  gtk_dialog_run(GTK_DIALOG(dialog));
  gtk_widget_destroy(dialog);
}

void source_use(Connection *connection) {
  g_signal_connect(connection, "authenticate", G_CALLBACK(connection_auth_cb), NULL);
}
