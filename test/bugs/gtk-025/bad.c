// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-025, libfm: a row is activated from an idle callback, which asks the tree for the row without the GDK lock.
// CHECKS: gdk-lock
// CHAIN: on_idle_row_activated
#include <gtk/gtk.h>


typedef struct {
  GtkTreeView *view;
  GtkTreeRowReference *activated;
  guint idle;
} FolderView;

static void item_clicked(FolderView *fv, GtkTreePath *path) { gtk_tree_view_row_activated(fv->view, path, NULL); }

static gboolean on_idle_row_activated(gpointer data) {
  FolderView *fv = data;
  GtkTreePath *path = gtk_tree_row_reference_get_path(fv->activated); /* EXPECT: gdk-lock */
  if (path) {
    item_clicked(fv, path);
    gtk_tree_path_free(path);
  }
  fv->idle = 0;
  return FALSE;
}

static void on_row_activated(GtkTreeView *view, GtkTreePath *path, GtkTreeViewColumn *column, FolderView *fv) {
  (void)column;
  fv->activated = gtk_tree_row_reference_new(gtk_tree_view_get_model(view), path);
  if (!fv->idle)
    fv->idle = g_idle_add(on_idle_row_activated, fv);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  static FolderView fv;
  fv.view = GTK_TREE_VIEW(gtk_tree_view_new());
  g_signal_connect(fv.view, "row-activated", G_CALLBACK(on_row_activated), &fv);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
