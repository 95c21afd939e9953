// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Dropping what may be the last reference of a widget in a worker finalizes it there. Dropping one of a plain object or a
// pixbuf is fine.
// CHAIN: cover_thread -> request_free
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *target;
  GtkWindow *parent;
  GdkPixbuf *cover;
  GFile *file;
} Request;

static void request_free(Request *request) {
  g_object_unref(request->cover);
  g_object_unref(request->file);
  g_object_unref(request->target); /* EXPECT: gtk-off-main-thread */
  g_clear_object(&request->parent); /* EXPECT: gtk-off-main-thread */
  g_free(request);
}

static gpointer cover_thread(gpointer data) {
  Request *request = data;
  request->cover = gdk_pixbuf_new_from_file(g_file_peek_path(request->file), NULL);
  request_free(request);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *image = gtk_image_new();
  gtk_container_add(GTK_CONTAINER(window), image);
  gtk_widget_show_all(window);
  Request *request = g_new0(Request, 1);
  request->target = g_object_ref(image);
  request->parent = g_object_ref(GTK_WINDOW(window));
  request->file = g_file_new_for_path("cover.jpg");
  g_thread_unref(g_thread_new("cover", cover_thread, request));
  gtk_main();
  return 0;
}
