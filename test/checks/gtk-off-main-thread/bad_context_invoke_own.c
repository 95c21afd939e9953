// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A context of the worker's own: whatever is invoked there runs on the worker, even when main is the one who asks.
// CHAIN: refresh_view
#include <gtk/gtk.h>

static GMainContext *worker_context;

static gboolean refresh_view(gpointer view) {
  gtk_widget_queue_draw(view); /* EXPECT: gtk-off-main-thread */
  return G_SOURCE_REMOVE;
}

static gpointer context_thread(gpointer data) {
  GMainLoop *loop = g_main_loop_new(worker_context, FALSE);
  (void)data;
  g_main_context_push_thread_default(worker_context);
  g_main_loop_run(loop);
  g_main_context_pop_thread_default(worker_context);
  g_main_loop_unref(loop);
  return NULL;
}

static void on_refresh(GtkButton *button, gpointer view) {
  (void)button;
  g_main_context_invoke(worker_context, refresh_view, view);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  worker_context = g_main_context_new();
  g_thread_unref(g_thread_new("context", context_thread, NULL));
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Refresh");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_refresh), button);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
