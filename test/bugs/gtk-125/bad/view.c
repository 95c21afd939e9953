// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-125, Nemo: each change of the selection asks every selected, possibly remote, file for its type to decide whether a menu action
// shows. (The fixed program uses what it already knows of the file.) Reduced: action library, view.
// CHAIN: on_selection_changed -> update_menus -> nemo_action_get_visibility -> get_is_dir_hack
#include "action.h"
#include <gtk/gtk.h>

static GtkWidget *item;
static GList *files;

static void update_menus(void) { gtk_widget_set_visible(item, nemo_action_get_visibility(files)); }

static void on_selection_changed(GtkTreeSelection *selection, gpointer data) {
  (void)selection;
  (void)data;
  update_menus();
}

int main(int argc, char **argv) {
  static NemoFile file;
  gtk_init(&argc, &argv);
  file.location = g_file_new_for_uri("sftp://host/share");
  files = g_list_prepend(NULL, &file);
  item = gtk_menu_item_new_with_label("Open as root");
  GtkWidget *view = gtk_tree_view_new();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), view);
  g_signal_connect(gtk_tree_view_get_selection(GTK_TREE_VIEW(view)), "changed", G_CALLBACK(on_selection_changed), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
