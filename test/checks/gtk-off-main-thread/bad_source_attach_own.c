// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timeout source attached to a worker's context: the same callback attached to the default context is fine, the other
// one is not.
// CHAIN: tick_in_worker
#include <gtk/gtk.h>

static gboolean tick_in_worker(gpointer label) {
  gtk_label_set_text(label, "tick"); /* EXPECT: gtk-off-main-thread */
  return G_SOURCE_CONTINUE;
}

static gboolean tick_on_main(gpointer label) {
  gtk_label_set_text(label, "tock");
  return G_SOURCE_CONTINUE;
}

static gpointer clock_thread(gpointer label) {
  GMainContext *context = g_main_context_new();
  GMainLoop *loop = g_main_loop_new(context, FALSE);
  GSource *mine = g_timeout_source_new(1000);
  g_source_set_callback(mine, tick_in_worker, label, NULL);
  g_source_attach(mine, context);
  GSource *theirs = g_timeout_source_new(500);
  g_source_set_callback(theirs, tick_on_main, label, NULL);
  g_source_attach(theirs, NULL);
  g_main_loop_run(loop);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("clock", clock_thread, label));
  gtk_main();
  return 0;
}
