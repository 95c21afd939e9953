// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library's "keep the GUI alive" hook iterates GTK's loop; a worker that uses the library reaches it.
// CHAIN: search_thread -> library_fetch_all -> keep_alive
// CHECKS: main-loop-off-main-thread
#include "hooks.h"
#include <gtk/gtk.h>

static void keep_alive(void) {
  while (gtk_events_pending())
    gtk_main_iteration(); /* EXPECT: main-loop-off-main-thread */
}

static gpointer search_thread(gpointer data) {
  (void)data;
  library_fetch_all();
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  library_set_idle_hook(keep_alive);
  library_fetch_all();
  g_thread_unref(g_thread_new("search", search_thread, NULL));
  gtk_main();
  return 0;
}
