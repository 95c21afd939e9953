// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Synchronous GIO on a file of unknown locality, from a button handler: the window freezes while the server thinks.
// CHAIN: on_open -> open_location
#include <gtk/gtk.h>

static GtkWidget *entry, *view;

static void open_location(const char *uri) {
  GFile *file = g_file_new_for_uri(uri);
  char *text = NULL;
  gsize length = 0;
  if (g_file_load_contents(file, NULL, &text, &length, NULL, NULL)) /* EXPECT: blocking-call-on-main */
    gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(view)), text, (int)length);
  g_free(text);
  g_object_unref(file);
}

static void on_open(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  open_location(gtk_entry_get_text(GTK_ENTRY(entry)));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label("Open");
  entry = gtk_entry_new();
  view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(box), entry);
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(box), view);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_open), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
