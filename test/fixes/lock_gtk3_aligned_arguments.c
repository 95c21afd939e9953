// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arguments that stand below one another still do below the shorter name.
#include <gtk/gtk.h>

static gboolean tick(gpointer data) {
  gtk_widget_queue_draw(GTK_WIDGET(data));
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  guint id = gdk_threads_add_timeout_full(G_PRIORITY_LOW,
                                          argc > 1 ? 500
                                                   : 100,
                                          tick,
                                          window, NULL);
  guint other = gdk_threads_add_timeout(1000,
      tick, window);
	gdk_threads_add_idle_full (G_PRIORITY_LOW,
				   tick, window, NULL);
  g_message("%u %u", id, other);
  gtk_main();
  return 0;
}
