// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-060, fixed: the handler relies on the lock that the emission is made in.
// CHECKS: gdk-lock
#include "connection.h"

static GtkWidget *bar;

static void connection_connecting_cb(Connection *connection, float progress, gpointer data) {
  (void)connection;
  (void)data;
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), progress);
}

void source_use(Connection *connection) {
  bar = gtk_progress_bar_new();
  g_signal_connect(connection, "connecting", G_CALLBACK(connection_connecting_cb), NULL);
}
