// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The asynchronous namesakes of the same calls do not block, nor do the _finish functions in their callbacks.
#include <gtk/gtk.h>

static void on_loaded(GObject *file, GAsyncResult *result, gpointer view) {
  char *text = NULL;
  gsize length = 0;
  if (g_file_load_contents_finish(G_FILE(file), result, &text, &length, NULL, NULL))
    gtk_text_buffer_set_text(gtk_text_view_get_buffer(view), text, (int)length);
  g_free(text);
}

static void on_info(GObject *file, GAsyncResult *result, gpointer view) {
  GFileInfo *info = g_file_query_info_finish(G_FILE(file), result, NULL);
  if (!info)
    return;
  gtk_widget_set_tooltip_text(view, g_file_info_get_content_type(info));
  g_object_unref(info);
  g_file_load_contents_async(G_FILE(file), NULL, on_loaded, view);
}

static void on_open(GtkEntry *entry, gpointer view) {
  GFile *file = g_file_new_for_uri(gtk_entry_get_text(entry));
  g_file_query_info_async(file, "standard::*", G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_info, view);
  g_object_unref(file);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new();
  GtkWidget *view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(box), entry);
  gtk_container_add(GTK_CONTAINER(box), view);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(entry, "activate", G_CALLBACK(on_open), view);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
