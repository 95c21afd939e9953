// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_application_run() without the lock; GTK calls handlers with it all the same.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static gpointer worker(gpointer data) {
  gdk_threads_enter();
  gtk_widget_queue_draw(data);
  gdk_threads_leave();
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)data;
  g_thread_unref(g_thread_new("worker", worker, button));
}

static void on_activate(GApplication *application, gpointer data) {
  (void)data;
  gdk_threads_enter();
  GtkWidget *window = gtk_application_window_new(GTK_APPLICATION(application));
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_container_add(GTK_CONTAINER(window), button);
  gtk_widget_show_all(window);
  gdk_threads_leave();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  GtkApplication *application = gtk_application_new("org.example.Free", G_APPLICATION_FLAGS_NONE);
  g_signal_connect(application, "activate", G_CALLBACK(on_activate), NULL);
  return g_application_run(G_APPLICATION(application), argc, argv);
}
