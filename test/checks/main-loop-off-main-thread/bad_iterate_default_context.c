// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker waits for its result by iterating the default main context: main's sources would be dispatched on it.
// CHAIN: wait_thread
#include <gtk/gtk.h>

static gint ready;

static gboolean set_ready(gpointer data) {
  (void)data;
  g_atomic_int_set(&ready, 1);
  return G_SOURCE_REMOVE;
}

static gpointer wait_thread(gpointer data) {
  (void)data;
  g_idle_add(set_ready, NULL);
  while (!g_atomic_int_get(&ready))
    g_main_context_iteration(NULL, TRUE); /* EXPECT: main-loop-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("wait", wait_thread, NULL));
  gtk_main();
  return 0;
}
