// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timeout reads a picture piece by piece from a resource, and a button a text from memory: neither read waits for anything.
#include <gtk/gtk.h>

static GInputStream *picture = NULL;

static gboolean next_piece(gpointer loader) {
  guchar buffer[256];
  if (!picture) {
    picture = g_resources_open_stream("/org/example/picture.png", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    return picture != NULL;
  }
  gssize count = g_input_stream_read(picture, buffer, sizeof buffer, NULL, NULL);
  if (count > 0)
    return gdk_pixbuf_loader_write(loader, buffer, count, NULL);
  g_clear_object(&picture);
  return FALSE;
}

static void on_clicked(GtkButton *button, gpointer text) {
  GInputStream *stream = g_memory_input_stream_new_from_data(text, -1, NULL);
  char first[16];
  if (g_input_stream_read(stream, first, sizeof first, NULL, NULL) > 0)
    gtk_button_set_label(button, "read");
  g_object_unref(stream);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), "a text");
  g_timeout_add(150, next_piece, gdk_pixbuf_loader_new());
  gtk_main();
  return 0;
}
