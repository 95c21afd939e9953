// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-060, Rhythmbox (#342047): the connection's idle callback emits its progress within the GDK lock; the source's handler takes the
// lock again.
// CHECKS: gdk-lock
// CHAIN: emit_progress_idle -> connection_connecting_cb
#include "connection.h"

static GtkWidget *bar;

static void connection_connecting_cb(Connection *connection, float progress, gpointer data) {
  (void)connection;
  (void)data;
  GDK_THREADS_ENTER(); /* EXPECT: gdk-lock */
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), progress);
  GDK_THREADS_LEAVE();
}

void source_use(Connection *connection) {
  bar = gtk_progress_bar_new();
  g_signal_connect(connection, "connecting", G_CALLBACK(connection_connecting_cb), NULL);
}
