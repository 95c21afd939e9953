// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the documentation shows: set up without the lock, the loop within it, a worker that takes it for each call.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer worker(gpointer data) {
  while (data) {
    g_usleep(1000);
    gdk_threads_enter();
    gtk_label_set_text(GTK_LABEL(label), "round");
    gdk_threads_leave();
  }
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("worker", worker, window));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
