// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler that sleeps stalls the loop; a nested loop does not, nor does what comes before and after the loop.
// RUN: --stall-ms=150
#include <gtk/gtk.h>

static gboolean leave(gpointer loop) {
  g_main_loop_quit(loop);
  return G_SOURCE_REMOVE;
}

static gboolean nested(gpointer unused) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  g_timeout_add(500, leave, loop);
  g_main_loop_run(loop);
  g_main_loop_unref(loop);
  return G_SOURCE_REMOVE;
}

static gboolean stall(gpointer unused) {
  g_usleep(600000); // EXPECT(blocking-call-on-main g_usleep)
  return G_SOURCE_REMOVE;
}

static gboolean quit(gpointer unused) {
  gtk_main_quit();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_usleep(400000);
  g_timeout_add(50, nested, NULL);
  g_timeout_add(700, stall, NULL);
  g_timeout_add(1500, quit, NULL);
  gtk_main();
  g_usleep(400000);
  return 0;
}
