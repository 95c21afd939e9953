// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A GTask's thread function runs on a pool thread; only its ready callback is on main. The GTK call stands in the former.
// CHAIN: thumbnail_thread
#include <gtk/gtk.h>

static void thumbnail_thread(GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable) {
  (void)cancellable;
  GError *error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_file_at_size(task_data, 128, 128, &error);
  if (!pixbuf) {
    g_task_return_error(task, error);
    return;
  }
  gtk_image_set_from_pixbuf(GTK_IMAGE(source), pixbuf); /* EXPECT: gtk-off-main-thread */
  g_object_unref(pixbuf);
  g_task_return_boolean(task, TRUE);
}

static void thumbnail_ready(GObject *source, GAsyncResult *result, gpointer data) {
  (void)data;
  gtk_widget_set_visible(GTK_WIDGET(source), g_task_propagate_boolean(G_TASK(result), NULL));
}

static void load_thumbnail(GtkImage *image, const char *path) {
  GTask *task = g_task_new(image, NULL, thumbnail_ready, NULL);
  g_task_set_task_data(task, g_strdup(path), g_free);
  g_task_run_in_thread(task, thumbnail_thread);
  g_object_unref(task);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *image = gtk_image_new();
  gtk_container_add(GTK_CONTAINER(window), image);
  gtk_widget_show_all(window);
  load_thumbnail(GTK_IMAGE(image), "photo.jpg");
  gtk_main();
  return 0;
}
