// FLAGS: gtk3
// RUN: unseen
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The GDK variants are their namesakes of GLib where nobody takes the lock.
#include <gtk/gtk.h>

static gboolean tick(gpointer data) {
  gtk_widget_queue_draw(GTK_WIDGET(data));
  return G_SOURCE_CONTINUE;
}

static gboolean once(gpointer data) {
  gtk_widget_show(GTK_WIDGET(data));
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_timeout_add(500, tick, window);
  g_idle_add(once, window);
  g_timeout_add_seconds_full(G_PRIORITY_LOW, 5, tick, window, NULL);
  gtk_main();
  return 0;
}
