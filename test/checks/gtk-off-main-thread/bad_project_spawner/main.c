// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project starts threads through a wrapper that packs function and data into a struct for its trampoline. The function
// given to the wrapper runs on a worker; a function given to another helper of the same shape does not.
// CHAIN: trampoline -> load_playlist
#include "thread.h"
#include <gtk/gtk.h>

static void load_playlist(void *store) {
  GtkTreeIter iter;
  gtk_list_store_insert_with_values(store, &iter, -1, 0, "song", -1); /* EXPECT: gtk-off-main-thread */
}

static void clear_playlist(void *store) { gtk_list_store_clear(store); }

static void call_now(thread_fn fn, void *data) { fn(data); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkListStore *store = gtk_list_store_new(1, G_TYPE_STRING);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), gtk_tree_view_new_with_model(GTK_TREE_MODEL(store)));
  gtk_widget_show_all(window);
  call_now(clear_playlist, store);
  my_thread_start(load_playlist, store);
  gtk_main();
  return 0;
}
