// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ready callback of a GIO asynchronous call made on main is delivered on main.
#include <gtk/gtk.h>

static void contents_loaded(GObject *source, GAsyncResult *result, gpointer data) {
  GtkTextBuffer *buffer = data;
  char *text = NULL;
  gsize length = 0;
  if (g_file_load_contents_finish(G_FILE(source), result, &text, &length, NULL, NULL)) {
    gtk_text_buffer_set_text(buffer, text, (int)length);
    g_free(text);
  }
}

static void on_open(GtkButton *button, GtkTextBuffer *buffer) {
  GFile *file = g_file_new_for_path("notes.txt");
  gtk_widget_set_sensitive(GTK_WIDGET(button), FALSE);
  g_file_load_contents_async(file, NULL, contents_loaded, buffer);
  g_object_unref(file);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label("Open");
  GtkWidget *view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(box), view);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_open), gtk_text_view_get_buffer(GTK_TEXT_VIEW(view)));
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
