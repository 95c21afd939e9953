// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Guard and repost, but the return was forgotten: the worker falls through to the GTK calls.
// CHAIN: index_thread -> expand_all
#include <gtk/gtk.h>

static GThread *ui;
static GtkWidget *tree;

static gboolean expand_all(gpointer data) {
  if (g_thread_self() != ui)
    g_idle_add(expand_all, data);
  gtk_tree_view_expand_all(GTK_TREE_VIEW(tree)); /* EXPECT: gtk-off-main-thread */
  return G_SOURCE_REMOVE;
}

static gpointer index_thread(gpointer data) {
  expand_all(data);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  ui = g_thread_self();
  tree = gtk_tree_view_new();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), tree);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("index", index_thread, NULL));
  gtk_main();
  return 0;
}
