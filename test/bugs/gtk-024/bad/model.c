// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-024, libfm: the loader thread posts an idle callback that calls the requests' callbacks; the folder model's changes a row
// without the GDK lock.
// CHECKS: gdk-lock
// CHAIN: on_ready_idle -> on_thumbnail_loaded
#include "thumbnail.h"

typedef struct {
  GtkListStore *store;
  GtkTreeIter iter;
} Item;

static void on_thumbnail_loaded(Request *request, gpointer data) {
  Item *item = data;
  GtkTreePath *path = gtk_tree_path_new_first();
  (void)request;
  gtk_tree_model_row_changed(GTK_TREE_MODEL(item->store), path, &item->iter); /* EXPECT: gdk-lock */
  gtk_tree_path_free(path);
}

void model_load_thumbnails(GtkListStore *store) {
  static Item item;
  item.store = store;
  thumbnail_load(on_thumbnail_loaded, &item);
}
