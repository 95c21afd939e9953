// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GLib's iteration functions call back at once: g_list_foreach in a worker runs its callback in the worker.
// CHAIN: cleanup_thread -> hide_one
#include <gtk/gtk.h>

static void hide_one(gpointer widget, gpointer data) {
  (void)data;
  gtk_widget_hide(widget); /* EXPECT: gtk-off-main-thread */
}

static void show_one(gpointer widget, gpointer data) {
  (void)data;
  gtk_widget_show(widget);
}

static gpointer cleanup_thread(gpointer list) {
  g_list_foreach(list, hide_one, NULL);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GList *list = NULL;
  list = g_list_prepend(list, gtk_window_new(GTK_WINDOW_TOPLEVEL));
  list = g_list_prepend(list, gtk_window_new(GTK_WINDOW_TOPLEVEL));
  g_list_foreach(list, show_one, NULL);
  g_thread_unref(g_thread_new("cleanup", cleanup_thread, list));
  gtk_main();
  return 0;
}
