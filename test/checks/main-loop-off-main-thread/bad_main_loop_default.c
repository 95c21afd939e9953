// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A GMainLoop made with a NULL context in a worker is a loop over the default context.
// CHAIN: monitor_thread
#include <gtk/gtk.h>

static gpointer monitor_thread(gpointer data) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  (void)data;
  g_main_loop_run(loop); /* EXPECT: main-loop-off-main-thread */
  g_main_loop_unref(loop);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("monitor", monitor_thread, NULL));
  gtk_main();
  return 0;
}
