// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-031, libfm: the function that empties the drag source cache is an idle callback, which takes the GDK lock, and is called by
// signal handlers, which hold it.
// CHECKS: gdk-lock
// CHAIN: on_drag_drop -> clear_src_cache
#include <gtk/gtk.h>


typedef struct {
  GtkWidget *widget;
  GList *src_files;
  guint idle;
} DndDest;

static gboolean clear_src_cache(gpointer data) {
  DndDest *dd = data;
  GDK_THREADS_ENTER(); /* EXPECT: gdk-lock */
  if (g_source_is_destroyed(g_main_current_source()))
    goto end;
  g_list_free(dd->src_files);
  dd->src_files = NULL;
  dd->idle = 0;
end:
  GDK_THREADS_LEAVE();
  return FALSE;
}

static void on_drag_leave(GtkWidget *widget, GdkDragContext *context, guint time, DndDest *dd) {
  (void)widget;
  (void)context;
  (void)time;
  dd->idle = g_idle_add_full(G_PRIORITY_LOW, clear_src_cache, dd, NULL);
}

static gboolean on_drag_drop(GtkWidget *widget, GdkDragContext *context, gint x, gint y, guint time, DndDest *dd) {
  (void)widget;
  (void)x;
  (void)y;
  gtk_drag_finish(context, TRUE, FALSE, time);
  clear_src_cache(dd);
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  static DndDest dd;
  dd.widget = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(dd.widget, "drag-leave", G_CALLBACK(on_drag_leave), &dd);
  g_signal_connect(dd.widget, "drag-drop", G_CALLBACK(on_drag_drop), &dd);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
