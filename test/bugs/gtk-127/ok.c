// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-127, Nemo, fixed: without the lock.
#include <gtk/gtk.h>

static GtkWidget *canvas;
static guint idle_id;

static void do_update(GtkWidget *widget) { gtk_widget_queue_draw(widget); }

static gboolean idle_handler(gpointer data) {
  do_update(data);
  idle_id = 0;
  return FALSE;
}

static gboolean thumbnail_thread_notify_file_changed(gpointer image_uri) {
  gtk_widget_set_tooltip_text(canvas, image_uri);
  g_free(image_uri);
  return FALSE;
}

static gpointer thumbnail_thread(gpointer uri) {
  g_idle_add(thumbnail_thread_notify_file_changed, g_strdup(uri));
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  canvas = gtk_drawing_area_new();
  idle_id = g_idle_add_full(GDK_PRIORITY_REDRAW - 20, idle_handler, canvas, NULL);
  g_thread_unref(g_thread_new("thumbnails", thumbnail_thread, "file:///a.png"));
  gtk_main();
  return 0;
}
