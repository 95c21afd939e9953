// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Destroy notifies run where their source or signal lives: here on main, though a worker posted one of them.
#include <gtk/gtk.h>

static GtkWidget *window;

static gboolean nothing(gpointer data) {
  (void)data;
  return G_SOURCE_REMOVE;
}

static void close_popover(gpointer data) { gtk_widget_destroy(GTK_WIDGET(data)); }

static void closure_gone(gpointer data, GClosure *closure) {
  (void)closure;
  gtk_widget_queue_draw(GTK_WIDGET(data));
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)data;
  gtk_button_set_label(button, "again");
}

static gpointer work(gpointer popup) {
  g_idle_add_full(G_PRIORITY_LOW, nothing, popup, close_popover);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("go");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect_data(button, "clicked", G_CALLBACK(on_clicked), window, closure_gone, 0);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("work", work, gtk_window_new(GTK_WINDOW_POPUP)));
  gtk_main();
  return 0;
}
