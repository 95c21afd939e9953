// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A GTK function passed by address as a callback that a worker's call runs: the offending line is that call.
// CHAIN: cleanup_thread
#include <gtk/gtk.h>

static gpointer cleanup_thread(gpointer list) {
  g_usleep(5 * G_USEC_PER_SEC);
  g_list_free_full(list, (GDestroyNotify)gtk_widget_destroy); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GList *popups = NULL;
  for (int i = 0; i < 3; i++)
    popups = g_list_prepend(popups, gtk_window_new(GTK_WINDOW_POPUP));
  g_thread_unref(g_thread_new("cleanup", cleanup_thread, popups));
  gtk_main();
  return 0;
}
