// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_main_context_invoke with NULL or with the default context means main, whoever calls.
#include <gtk/gtk.h>

static gboolean raise_window(gpointer window) {
  gtk_window_present(window);
  return G_SOURCE_REMOVE;
}

static gboolean flash_window(gpointer window) {
  gtk_window_set_urgency_hint(window, TRUE);
  return G_SOURCE_REMOVE;
}

static gpointer listen_thread(gpointer window) {
  g_main_context_invoke(NULL, raise_window, window);
  g_main_context_invoke_full(g_main_context_default(), G_PRIORITY_HIGH, flash_window, window, NULL);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("listen", listen_thread, window));
  gtk_main();
  return 0;
}
