// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-019, DeaDBeeF: the cover loader calls back on its thread; the callback drops a reference that may be the widget's last.
// Reduced: loader queue with callback and user data, and the playlist view that asks for covers.
// CHAIN: loading_thread -> query_done -> coverart_release
#include "coverart.h"
#include <gtk/gtk.h>

static void coverart_release(void *user_data) {
  GtkWidget *widget = user_data;
  g_object_unref(widget); /* EXPECT: gtk-off-main-thread */
}

static gboolean on_draw(GtkWidget *widget, cairo_t *cr, gpointer data) {
  (void)cr;
  coverart_load(data, coverart_release, g_object_ref(widget));
  return FALSE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *list = gtk_drawing_area_new();
  gtk_container_add(GTK_CONTAINER(window), list);
  g_signal_connect(list, "draw", G_CALLBACK(on_draw), "cover.jpg");
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
