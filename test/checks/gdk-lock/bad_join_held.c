// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A handler waits for a thread while it holds the lock. (Were the thread to take the lock: main-thread-deadlock.)
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static GThread *worker;

static gpointer count(gpointer data) {
  g_usleep(1000);
  return data;
}

static void on_destroy(GtkWidget *widget, gpointer data) {
  (void)widget;
  (void)data;
  g_thread_join(worker); /* EXPECT: gdk-lock */
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  worker = g_thread_new("count", count, NULL);
  g_signal_connect(window, "destroy", G_CALLBACK(on_destroy), NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
