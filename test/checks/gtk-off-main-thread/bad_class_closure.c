// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The signal's class closure (G_STRUCT_OFFSET in g_signal_new) is the handler: an emission in the worker runs the slot
// that class_init filled.
// CHAIN: download_thread -> pane_real_finished
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  GtkWidget *button;
} Pane;
typedef struct {
  GObjectClass parent_class;
  void (*finished)(Pane *self);
} PaneClass;
GType pane_get_type(void);
G_DEFINE_TYPE(Pane, pane, G_TYPE_OBJECT)

static guint finished_signal;

static void pane_real_finished(Pane *self) {
  gtk_button_set_label(GTK_BUTTON(self->button), "Open"); /* EXPECT: gtk-off-main-thread */
}

static void pane_class_init(PaneClass *klass) {
  klass->finished = pane_real_finished;
  finished_signal = g_signal_new("finished", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST,
                                 G_STRUCT_OFFSET(PaneClass, finished), NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void pane_init(Pane *self) { self->button = gtk_button_new_with_label("Cancel"); }

static gpointer download_thread(gpointer data) {
  g_usleep(1000);
  g_signal_emit(data, finished_signal, 0);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Pane *pane = g_object_new(pane_get_type(), NULL);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), pane->button);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("download", download_thread, pane));
  gtk_main();
  return 0;
}
