// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loading and scaling pixbufs is allowed in a worker; only showing them is not.
#include <gtk/gtk.h>

typedef struct {
  GtkImage *image;
  GdkPixbuf *pixbuf;
} Result;

static gboolean show_result(gpointer data) {
  Result *result = data;
  gtk_image_set_from_pixbuf(result->image, result->pixbuf);
  g_object_unref(result->pixbuf);
  g_free(result);
  return G_SOURCE_REMOVE;
}

static gpointer load_thread(gpointer image) {
  GdkPixbuf *full = gdk_pixbuf_new_from_file("cover.png", NULL);
  if (!full)
    return NULL;
  GdkPixbuf *small = gdk_pixbuf_scale_simple(full, 64, 64, GDK_INTERP_BILINEAR);
  GdkPixbuf *turned = gdk_pixbuf_rotate_simple(small, GDK_PIXBUF_ROTATE_CLOCKWISE);
  gdk_pixbuf_saturate_and_pixelate(turned, turned, 0.5f, FALSE);
  Result *result = g_new(Result, 1);
  result->image = image;
  result->pixbuf = turned;
  g_object_unref(small);
  g_object_unref(full);
  g_idle_add(show_result, result);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *image = gtk_image_new();
  gtk_container_add(GTK_CONTAINER(window), image);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("load", load_thread, image));
  gtk_main();
  return 0;
}
