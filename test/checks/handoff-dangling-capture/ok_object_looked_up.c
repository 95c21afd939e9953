// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The view comes from a function that looks it up: whether it is the one that is freed is not known. Low confidence.
#include <gtk/gtk.h>

typedef struct {
  GtkDrawingArea parent;
} DemoView;
typedef struct {
  GtkDrawingAreaClass parent;
} DemoViewClass;

GType demo_view_get_type(void);
G_DEFINE_TYPE(DemoView, demo_view, GTK_TYPE_DRAWING_AREA)

static void demo_view_dispose(GObject *object) {
  DemoView *self = (DemoView *)object;
  gtk_widget_set_tooltip_text(GTK_WIDGET(self), NULL);
  G_OBJECT_CLASS(demo_view_parent_class)->dispose(object);
}

static void demo_view_class_init(DemoViewClass *klass) { G_OBJECT_CLASS(klass)->dispose = demo_view_dispose; }
static void demo_view_init(DemoView *self) { gtk_widget_show(GTK_WIDGET(self)); }

static gboolean redraw(gpointer data) {
  DemoView *self = data;
  gtk_widget_queue_draw(GTK_WIDGET(self));
  return G_SOURCE_REMOVE;
}

static DemoView *current;
static GtkWidget *window;

static DemoView *visible_view(void) { return (DemoView *)g_object_get_data(G_OBJECT(window), "view"); }

static void close_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  g_clear_object(&current);
}

static void change_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  DemoView *view = visible_view();
  g_timeout_add_seconds(1, redraw, view);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  DemoView *view = g_object_new(demo_view_get_type(), NULL);
  current = g_object_ref_sink(view);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(change_clicked), view);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(close_clicked), NULL);
  gtk_main();
  return 0;
}
