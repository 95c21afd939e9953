// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The stream that a timeout reads comes from a resource, or else from a place that the user gave: that one can be slow.
#include <gtk/gtk.h>

static GInputStream *picture = NULL;

static gboolean next_piece(gpointer loader) {
  guchar buffer[256];
  gssize count = g_input_stream_read(picture, buffer, sizeof buffer, NULL, NULL); // EXPECT: blocking-call-on-main
  return count > 0 && gdk_pixbuf_loader_write(loader, buffer, count, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  if (argc > 1) {
    GFile *file = g_file_new_for_commandline_arg(argv[1]);
    picture = G_INPUT_STREAM(g_file_read(file, NULL, NULL));
  } else {
    picture = g_resources_open_stream("/org/example/picture.png", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  }
  g_timeout_add(150, next_piece, gdk_pixbuf_loader_new());
  gtk_main();
  return 0;
}
