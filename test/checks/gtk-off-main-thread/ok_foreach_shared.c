// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One forEach helper of the project, used on main with a GTK callback and on a worker with a harmless one: the callback
// belongs to the call that passed it, threads are not mixed.
#include <gtk/gtk.h>

typedef void (*PathFn)(const char *path, gpointer data);

static void for_each_path(const char *const *paths, PathFn fn, gpointer data) {
  for (; *paths; paths++)
    fn(*paths, data);
}

static const char *const bookmarks[] = {"/home", "/srv", NULL};

static void add_bookmark(const char *path, gpointer box) {
  gtk_container_add(GTK_CONTAINER(box), gtk_label_new(path));
}

static void check_path(const char *path, gpointer missing) {
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    ++*(int *)missing;
}

static gpointer check_thread(gpointer data) {
  int missing = 0;
  (void)data;
  for_each_path(bookmarks, check_path, &missing);
  g_message("%d missing", missing);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_container_add(GTK_CONTAINER(window), box);
  for_each_path(bookmarks, add_bookmark, box);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("check", check_thread, NULL));
  gtk_main();
  return 0;
}
