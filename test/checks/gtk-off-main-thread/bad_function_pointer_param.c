// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker hands a GTK-touching function to a project function that calls its parameter on the spot.
// CHAIN: walk_thread -> walk -> add_row
#include <gtk/gtk.h>

typedef void (*VisitFn)(const char *name, void *data);

static void walk(const char *path, VisitFn visit, void *data) {
  GDir *dir = g_dir_open(path, 0, NULL);
  const char *name;
  if (!dir)
    return;
  while ((name = g_dir_read_name(dir)))
    visit(name, data);
  g_dir_close(dir);
}

static void add_row(const char *name, void *data) {
  GtkTreeIter iter;
  gtk_list_store_append(data, &iter); /* EXPECT: gtk-off-main-thread */
  gtk_list_store_set(data, &iter, 0, name, -1); /* EXPECT: gtk-off-main-thread */
}

static gpointer walk_thread(gpointer store) {
  walk("/etc", add_row, store);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkListStore *store = gtk_list_store_new(1, G_TYPE_STRING);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), gtk_tree_view_new_with_model(GTK_TREE_MODEL(store)));
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("walk", walk_thread, store));
  gtk_main();
  return 0;
}
