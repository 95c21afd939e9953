// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handler waits for its own idle callback: the loop never comes back, and that is told before the program is ended.
#include <gtk/gtk.h>
#include <unistd.h>

static GMutex mutex;
static GCond wake;
static gboolean done;

static gboolean finish(gpointer unused) {
  g_mutex_lock(&mutex);
  done = TRUE;
  g_cond_signal(&wake);
  g_mutex_unlock(&mutex);
  return G_SOURCE_REMOVE;
}

static gboolean wait_for_myself(gpointer unused) {
  g_idle_add(finish, NULL);
  g_mutex_lock(&mutex);
  while (!done)
    g_cond_wait(&wake, &mutex); // EXPECT(blocking-call-on-main g_cond_wait)
  g_mutex_unlock(&mutex);
  return G_SOURCE_REMOVE;
}

static gpointer give_up(gpointer unused) {
  g_usleep(5000000);
  _exit(0);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("give-up", give_up, NULL));
  g_timeout_add(100, wait_for_myself, NULL);
  gtk_main();
  return 0;
}
