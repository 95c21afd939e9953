// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library hook of the bad test with its fix: iterate on main, sleep elsewhere.
// CHECKS: main-loop-off-main-thread
#include <gtk/gtk.h>

static GThread *main_thread;

static void keep_alive(void) {
  if (g_thread_self() == main_thread) {
    while (gtk_events_pending())
      gtk_main_iteration();
  } else {
    g_usleep(10000);
  }
}

static void fetch_all(void) {
  for (int i = 0; i < 100; i++)
    keep_alive();
}

static gpointer search_thread(gpointer data) {
  (void)data;
  fetch_all();
  return NULL;
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  main_thread = g_thread_self();
  gtk_init(&argc, &argv);
  fetch_all();
  g_thread_create(search_thread, NULL, FALSE, NULL);
  gtk_main();
  return 0;
}
