// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-099, fixed: the lock is taken in the callbacks, and not around the posting.
// CHECKS: gdk-lock
#include <gtk/gtk.h>


static GtkWidget *tree, *text, *results, *window;

static gboolean folderview_focus_idle(gpointer data) {
  gdk_threads_enter();
  gtk_widget_grab_focus(data);
  gdk_threads_leave();
  return FALSE;
}

static gboolean summary_display_msg_idle(gpointer data) {
  (void)data;
  gdk_threads_enter();
  gtk_widget_queue_draw(text);
  gdk_threads_leave();
  return FALSE;
}

static gboolean syldap_display_results(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(results), data);
  gdk_threads_leave();
  return FALSE;
}

static gboolean trayicon_restore(gpointer data) {
  gdk_threads_enter();
  gtk_window_deiconify(GTK_WINDOW(data));
  gdk_threads_leave();
  return FALSE;
}

static gpointer syldap_read_data(gpointer query) {
  gtk_idle_add(syldap_display_results, query);
  return NULL;
}

static void on_row_activated(GtkTreeView *view, GtkTreePath *path, GtkTreeViewColumn *column, gpointer data) {
  (void)path;
  (void)column;
  (void)data;
  g_idle_add(folderview_focus_idle, view);
  g_idle_add(summary_display_msg_idle, NULL);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  tree = gtk_tree_view_new();
  text = gtk_text_view_new();
  results = gtk_label_new("");
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(tree, "row-activated", G_CALLBACK(on_row_activated), NULL);
  g_timeout_add(500, trayicon_restore, window);
  g_thread_create(syldap_read_data, "name", FALSE, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
