// FLAGS: gtk3
// RUN: some
// CHECKS: gdk-*, gtk-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A handler that gives the lock up around a nested loop: no lock, nothing to give up.
#include <gtk/gtk.h>

static gboolean stop(gpointer loop) {
  g_main_loop_quit(loop);
  return G_SOURCE_REMOVE;
}

static void on_clicked(GtkButton *button, gpointer data) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  gdk_threads_add_timeout(50, stop, loop);
  if (g_main_loop_is_running(loop) || data) {
    GDK_THREADS_LEAVE();
    g_main_loop_run(loop);
    GDK_THREADS_ENTER();
  }
  g_main_loop_unref(loop);
  gtk_button_set_label(button, "done");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("go");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), window);
  gtk_widget_show_all(window);
  GDK_THREADS_ENTER();
  gtk_main();
  GDK_THREADS_LEAVE();
  return 0;
}
