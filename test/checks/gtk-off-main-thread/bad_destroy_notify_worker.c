// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The destroy notify of a source on the worker's own context runs on the worker too.
// CHAIN: forget_row
#include <gtk/gtk.h>

static GMainContext *context;

static gboolean refresh(gpointer data) {
  (void)data;
  return G_SOURCE_REMOVE;
}

static void forget_row(gpointer row) {
  gtk_widget_destroy(row); /* EXPECT: gtk-off-main-thread */
}

static gpointer context_thread(gpointer data) {
  GMainLoop *loop = g_main_loop_new(context, FALSE);
  (void)data;
  g_main_loop_run(loop);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  context = g_main_context_new();
  g_thread_unref(g_thread_new("context", context_thread, NULL));
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *row = gtk_label_new("row");
  gtk_container_add(GTK_CONTAINER(window), row);
  gtk_widget_show_all(window);
  g_main_context_invoke_full(context, G_PRIORITY_DEFAULT, refresh, row, forget_row);
  gtk_main();
  return 0;
}
