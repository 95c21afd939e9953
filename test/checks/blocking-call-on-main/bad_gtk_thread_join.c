// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Starting a thread and joining it in the same handler is a slow way of not having a thread.
// CHAIN: on_resize -> resize_now
#include <gtk/gtk.h>

static gpointer resize_thread(gpointer path) {
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_file_at_size(path, 4000, 4000, NULL);
  return pixbuf;
}

static GdkPixbuf *resize_now(const char *path) {
  GThread *thread = g_thread_new("resize", resize_thread, (gpointer)path);
  return g_thread_join(thread); /* EXPECT: blocking-call-on-main */
}

static void on_resize(GtkButton *button, gpointer image) {
  (void)button;
  GdkPixbuf *pixbuf = resize_now("photo.jpg");
  gtk_image_set_from_pixbuf(image, pixbuf);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label("Resize");
  GtkWidget *image = gtk_image_new();
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(box), image);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_resize), image);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
