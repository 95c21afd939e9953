// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-032, libfm: hand-written lock pairs in a timeout callback with several exits. Reduced to the rubber-band scroller of the
// icon view and the progress dialog's update. (GTK 2: notes.)
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *view;
  guint scroll_timeout_id;
  gint event_y, bottom;
} IconView;

static gboolean rubberband_scroll_timeout(gpointer data) {
  IconView *self = data;
  GtkAdjustment *adjustment;
  GDK_THREADS_ENTER(); /* EXPECT: gdk-threads-deprecated */
  adjustment = gtk_viewport_get_vadjustment(GTK_VIEWPORT(self->view));
  if (self->event_y < self->bottom) {
    GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
    return FALSE;
  }
  gtk_adjustment_set_value(adjustment, gtk_adjustment_get_value(adjustment) + 10);
  GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
  return TRUE;
}

static gboolean on_update_dlg(gpointer label) {
  GDK_THREADS_ENTER(); /* EXPECT: gdk-threads-deprecated */
  gtk_label_set_text(label, "copying");
  GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
  return FALSE;
}

int main(int argc, char **argv) {
  IconView view = {NULL, 0, 0, 0};
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  view.view = gtk_viewport_new(NULL, NULL);
  gtk_container_add(GTK_CONTAINER(window), view.view);
  gtk_widget_show_all(window);
  view.scroll_timeout_id = g_timeout_add(30, rubberband_scroll_timeout, &view);
  g_idle_add(on_update_dlg, gtk_label_new(""));
  gtk_main();
  return 0;
}
