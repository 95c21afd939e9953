// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-066, Rhythmbox, fixed: no lock anywhere.
#include "model.h"

void model_row_changed(GtkListStore *store) {
  GtkTreeIter iter;
  gtk_list_store_append(store, &iter);
}

static gboolean drag_scroll_timeout(gpointer view) {
  gtk_widget_queue_draw(view);
  return TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkListStore *store = gtk_list_store_new(1, G_TYPE_STRING);
  GtkWidget *view = gtk_tree_view_new_with_model(GTK_TREE_MODEL(store));
  model_watch(store);
  g_timeout_add(50, drag_scroll_timeout, view);
  gtk_main();
  return 0;
}
