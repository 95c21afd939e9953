// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One call of the worker's does not let the function ask, a farther one does; and a parameter that is changed is no longer
// the caller's.
// CHECKS: main-loop-off-main-thread
#include <gtk/gtk.h>

static int ask(void) {
  while (g_main_context_pending(NULL))
    g_main_context_iteration(NULL, FALSE); /* EXPECT: main-loop-off-main-thread */
  return 1;
}

static void save(gboolean force) {
  if (!force && ask())
    return;
  g_file_set_contents("state", "saved", -1, NULL);
}

static void save_slowly(void) { save(FALSE); }

static void load(gboolean quiet) {
  if (g_get_monotonic_time() & 1)
    quiet = FALSE;
  if (!quiet)
    g_main_context_iteration(NULL, TRUE); /* EXPECT: main-loop-off-main-thread */
}

static gpointer work(gpointer data) {
  (void)data;
  save(TRUE);
  save_slowly();
  load(TRUE);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("work", work, NULL));
  gtk_main();
  return 0;
}
