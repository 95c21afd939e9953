// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Uses that the preprocessor removes for this toolkit are no uses; the test is on the version the unit is compiled with.
#include <gtk/gtk.h>

#if !GTK_CHECK_VERSION(3, 0, 0)
#define LOCK() gdk_threads_enter()
#define UNLOCK() gdk_threads_leave()
#else
#define LOCK() (void)0
#define UNLOCK() (void)0
#endif

static gboolean on_idle(gpointer window) {
  LOCK();
  gtk_window_present(window);
  UNLOCK();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_idle_add(on_idle, gtk_window_new(GTK_WINDOW_TOPLEVEL));
  gtk_main();
  return 0;
}
