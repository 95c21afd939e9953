// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gdk_threads_add_idle and its family; the GLib namesakes beside them are fine.
#include <gtk/gtk.h>

static gboolean show(gpointer window) {
  gtk_widget_show(window);
  return G_SOURCE_REMOVE;
}

static void gone(gpointer window) { g_object_unref(window); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gdk_threads_add_idle(show, window); /* EXPECT: gdk-threads-deprecated */
  gdk_threads_add_idle_full(G_PRIORITY_LOW, show, g_object_ref(window), gone); /* EXPECT: gdk-threads-deprecated */
  gdk_threads_add_timeout(100, show, window); /* EXPECT: gdk-threads-deprecated */
  gdk_threads_add_timeout_full(0, 100, show, g_object_ref(window), gone); /* EXPECT: gdk-threads-deprecated */
  gdk_threads_add_timeout_seconds(1, show, window); /* EXPECT: gdk-threads-deprecated */
  g_idle_add(show, window);
  g_timeout_add_seconds(1, show, window);
  gtk_main();
  return 0;
}
