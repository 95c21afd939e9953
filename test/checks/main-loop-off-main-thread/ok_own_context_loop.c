// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker with a context of its own, made its thread default, runs and iterates its own loop.
#include <gtk/gtk.h>

static gboolean give_up(gpointer loop) {
  g_main_loop_quit(loop);
  return G_SOURCE_REMOVE;
}

static gpointer network_thread(gpointer data) {
  GMainContext *context = g_main_context_new();
  GMainLoop *loop = g_main_loop_new(context, FALSE);
  (void)data;
  g_main_context_push_thread_default(context);
  GSource *timeout = g_timeout_source_new_seconds(5);
  g_source_set_callback(timeout, give_up, loop, NULL);
  g_source_attach(timeout, context);
  g_main_loop_run(loop);
  while (g_main_context_pending(context))
    g_main_context_iteration(context, FALSE);
  g_main_context_pop_thread_default(context);
  g_main_loop_unref(loop);
  g_main_context_unref(context);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("network", network_thread, NULL));
  gtk_main();
  return 0;
}
