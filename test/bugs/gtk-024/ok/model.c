// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-024, fixed: the model takes the lock around the emission.
// CHECKS: gdk-lock
#include "thumbnail.h"

typedef struct {
  GtkListStore *store;
  GtkTreeIter iter;
} Item;

static void on_thumbnail_loaded(Request *request, gpointer data) {
  Item *item = data;
  GtkTreePath *path = gtk_tree_path_new_first();
  (void)request;
  gdk_threads_enter();
  gtk_tree_model_row_changed(GTK_TREE_MODEL(item->store), path, &item->iter);
  gdk_threads_leave();
  gtk_tree_path_free(path);
}

void model_load_thumbnails(GtkListStore *store) {
  static Item item;
  item.store = store;
  thumbnail_load(on_thumbnail_loaded, &item);
}
