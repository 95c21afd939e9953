// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Custom lock functions are a use as well (note in GTK 2).
// CHECKS: gdk-threads-deprecated
#include <gtk/gtk.h>

static GRecMutex mutex;

static void lock(void) { g_rec_mutex_lock(&mutex); }
static void unlock(void) { g_rec_mutex_unlock(&mutex); }

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_set_lock_functions(lock, unlock); /* EXPECT: gdk-threads-deprecated */
  gdk_threads_init(); /* EXPECT: gdk-threads-deprecated */
  gtk_init(&argc, &argv);
  gtk_main();
  return 0;
}
