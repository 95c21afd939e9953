// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-099, Sylpheed: four idle and timeout callbacks without the GDK lock; the thread that reads the address book takes it around the
// posting of one, where it is of no use.
// CHECKS: gdk-lock
#include <gtk/gtk.h>


static GtkWidget *tree, *text, *results, *window;

static gboolean folderview_focus_idle(gpointer data) {
  gtk_widget_grab_focus(data); /* EXPECT: gdk-lock */
  return FALSE;
}

static gboolean summary_display_msg_idle(gpointer data) {
  (void)data;
  gtk_widget_queue_draw(text); /* EXPECT: gdk-lock */
  return FALSE;
}

static gboolean syldap_display_results(gpointer data) {
  gtk_label_set_text(GTK_LABEL(results), data); /* EXPECT: gdk-lock */
  return FALSE;
}

static gboolean trayicon_restore(gpointer data) {
  gtk_window_deiconify(GTK_WINDOW(data)); /* EXPECT: gdk-lock */
  return FALSE;
}

static gpointer syldap_read_data(gpointer query) {
  gdk_threads_enter();
  gtk_idle_add(syldap_display_results, query);
  gdk_threads_leave();
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
