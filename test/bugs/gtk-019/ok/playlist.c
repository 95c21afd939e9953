// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-019, DeaDBeeF, fixed: the reference is dropped in an idle callback.
#include "coverart.h"
#include <gtk/gtk.h>

static gboolean coverart_release_cb(gpointer widget) {
  g_object_unref(GTK_WIDGET(widget));
  return FALSE;
}

static void coverart_release(void *user_data) { g_idle_add(coverart_release_cb, user_data); }

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
