// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK and GDK functions that work on plain values: versions, colours, rectangles, key names, tree paths, type functions.
#include <gtk/gtk.h>

static gpointer parse_thread(gpointer data) {
  GdkRGBA colour;
  GdkRectangle a = {0, 0, 10, 10}, b = {5, 5, 10, 10}, both;
  (void)data;
  if (gdk_rgba_parse(&colour, "#336699"))
    g_free(gdk_rgba_to_string(&colour));
  gdk_rectangle_intersect(&a, &b, &both);
  g_message("%s", gdk_keyval_name(gdk_keyval_from_name("F1")));
  GtkTreePath *path = gtk_tree_path_new_from_string("0:1");
  gtk_tree_path_next(path);
  gtk_tree_path_free(path);
  if (gtk_get_major_version() > 2)
    g_message("%s", g_type_name(gtk_widget_get_type()));
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("parse", parse_thread, NULL));
  gtk_main();
  return 0;
}
