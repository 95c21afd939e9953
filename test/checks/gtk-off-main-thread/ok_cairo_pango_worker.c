// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cairo and Pango on a surface of the worker's own are allowed.
#include <gtk/gtk.h>

static gpointer render_thread(gpointer data) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  PangoFontMap *map = pango_cairo_font_map_new();
  PangoContext *context = pango_font_map_create_context(map);
  PangoLayout *layout = pango_layout_new(context);
  pango_layout_set_text(layout, data, -1);
  pango_cairo_show_layout(cr, layout);
  cairo_surface_write_to_png(surface, "page.png");
  g_object_unref(layout);
  g_object_unref(context);
  g_object_unref(map);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("render", render_thread, "page one"));
  gtk_main();
  return 0;
}
