// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Handlers are not only connected: a GtkWidget class method that the toolkit calls is one, here draw() of a subclass.
// CHAIN: cover_view_draw -> load_cover
#include <gtk/gtk.h>

typedef struct {
  GtkDrawingArea parent_instance;
  GFile *location;
} CoverView;
typedef struct {
  GtkDrawingAreaClass parent_class;
} CoverViewClass;
GType cover_view_get_type(void);
G_DEFINE_TYPE(CoverView, cover_view, GTK_TYPE_DRAWING_AREA)

static GdkPixbuf *load_cover(GFile *location) {
  GFileInputStream *stream = g_file_read(location, NULL, NULL); /* EXPECT: blocking-call-on-main */
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream(G_INPUT_STREAM(stream), NULL, NULL); /* EXPECT: blocking-call-on-main */
  g_object_unref(stream);
  return pixbuf;
}

static gboolean cover_view_draw(GtkWidget *widget, cairo_t *cr) {
  CoverView *self = (CoverView *)widget;
  GdkPixbuf *cover = load_cover(self->location);
  gdk_cairo_set_source_pixbuf(cr, cover, 0, 0);
  cairo_paint(cr);
  g_object_unref(cover);
  return FALSE;
}

static void cover_view_class_init(CoverViewClass *klass) { GTK_WIDGET_CLASS(klass)->draw = cover_view_draw; }
static void cover_view_init(CoverView *self) {
  self->location = g_file_new_for_uri("http://example.org/cover.png");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), g_object_new(cover_view_get_type(), NULL));
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
