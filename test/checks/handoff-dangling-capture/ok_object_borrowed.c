// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A reference that a getter gave, or that was taken in the same place, is not the last one: nobody is seen to free the view.
#include <gtk/gtk.h>

typedef struct {
  GtkDrawingArea parent;
} DemoView;
typedef struct {
  GtkDrawingAreaClass parent;
} DemoViewClass;

GType demo_view_get_type(void);
G_DEFINE_TYPE(DemoView, demo_view, GTK_TYPE_DRAWING_AREA)

static void demo_view_dispose(GObject *object) { G_OBJECT_CLASS(demo_view_parent_class)->dispose(object); }
static void demo_view_class_init(DemoViewClass *klass) { G_OBJECT_CLASS(klass)->dispose = demo_view_dispose; }
static void demo_view_init(DemoView *self) { gtk_widget_show(GTK_WIDGET(self)); }

static gboolean redraw(gpointer data) {
  gtk_widget_queue_draw(GTK_WIDGET(data));
  return G_SOURCE_REMOVE;
}

static gboolean drop(gpointer object) {
  g_object_unref(object);
  return G_SOURCE_REMOVE;
}

static void changed(DemoView *self) { g_idle_add(redraw, self); }

static void clicked(GtkButton *button, gpointer window) {
  DemoView *view = NULL;
  (void)button;
  g_object_get(window, "child", &view, NULL);
  changed(view);
  g_object_unref(view);
}

static void held(GtkButton *button, gpointer data) {
  DemoView *view = g_object_ref(data);
  (void)button;
  changed(view);
  g_idle_add(drop, view);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), g_object_new(demo_view_get_type(), NULL));
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), window);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(held), gtk_bin_get_child(GTK_BIN(window)));
  gtk_main();
  return 0;
}
