// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-066, Rhythmbox: lock pairs in idle and timeout callbacks all over the program, to be removed once every emission is on main.
// Reduced to one of each and the start-up, over two units. (Nobody takes the lock around the main loop.)
#include "model.h"

void model_row_changed(GtkListStore *store) {
  GtkTreeIter iter;
  gtk_list_store_append(store, &iter);
}

static gboolean drag_scroll_timeout(gpointer view) {
  GDK_THREADS_ENTER(); /* EXPECT: gdk-threads-deprecated */
  gtk_widget_queue_draw(view);
  GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init(); /* EXPECT: gdk-threads-deprecated */
  gtk_init(&argc, &argv);
  GtkListStore *store = gtk_list_store_new(1, G_TYPE_STRING);
  GtkWidget *view = gtk_tree_view_new_with_model(GTK_TREE_MODEL(store));
  model_watch(store);
  g_timeout_add(50, drag_scroll_timeout, view);
  gtk_main(); /* EXPECT: gdk-lock */
  return 0;
}
