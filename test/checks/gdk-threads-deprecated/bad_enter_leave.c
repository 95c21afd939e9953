// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lock around a timeout's body, and the initialisation in main: each use is reported once, where it stands.
#include <gtk/gtk.h>

static gboolean pulse(gpointer bar) {
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated */
  gtk_progress_bar_pulse(bar);
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gdk_threads_init(); /* EXPECT: gdk-threads-deprecated */
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated */
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), bar);
  gtk_widget_show_all(window);
  g_timeout_add(100, pulse, bar);
  gtk_main();
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
  return 0;
}
