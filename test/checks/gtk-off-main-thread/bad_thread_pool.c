// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A GThreadPool's function is a worker, its user data is the window.
// CHAIN: convert_one -> set_row_state
#include <gtk/gtk.h>

typedef struct {
  GtkListStore *store;
  GtkTreeIter iter;
  char *file;
} Item;

static void set_row_state(Item *item, const char *state) {
  gtk_list_store_set(item->store, &item->iter, 1, state, -1); /* EXPECT: gtk-off-main-thread */
}

static void convert_one(gpointer job, gpointer user_data) {
  Item *item = job;
  (void)user_data;
  set_row_state(item, "converting");
  g_usleep(200000);
  set_row_state(item, "done");
}

static void on_convert(GtkButton *button, GtkListStore *store) {
  (void)button;
  GThreadPool *pool = g_thread_pool_new(convert_one, NULL, 4, FALSE, NULL);
  Item *item = g_new0(Item, 1);
  item->store = store;
  gtk_tree_model_get_iter_first(GTK_TREE_MODEL(store), &item->iter);
  g_thread_pool_push(pool, item, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Convert");
  GtkListStore *store = gtk_list_store_new(2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_convert), store);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
