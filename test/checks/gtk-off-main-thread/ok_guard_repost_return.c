// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Guard, repost of the function itself, return: what follows is main only.
#include <gtk/gtk.h>

static GThread *ui;
static GtkWidget *tree;

static gboolean expand_all(gpointer data) {
  if (g_thread_self() != ui) {
    g_idle_add(expand_all, data);
    return G_SOURCE_REMOVE;
  }
  gtk_tree_view_expand_all(GTK_TREE_VIEW(tree));
  gtk_widget_grab_focus(tree);
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
