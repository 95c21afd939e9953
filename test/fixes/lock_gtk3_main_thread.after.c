// FLAGS: gtk3
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Everything that takes the lock runs on the main thread: nothing is left of it.
#include <gtk/gtk.h>

static gboolean tick(gpointer data) {
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(data));

  return G_SOURCE_CONTINUE;
}

static gboolean once(gpointer data) {
  gtk_widget_show(GTK_WIDGET(data));
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);

  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), bar);
  g_timeout_add(100, tick, bar);
  g_idle_add(once, window);
  gtk_widget_show_all(window);

  gtk_main();

  return 0;
}
