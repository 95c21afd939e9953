// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker waits until the callback has said that it is done, directly and in a helper.
#include <gtk/gtk.h>

typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean done;
} Request;

static gboolean serve(gpointer data) {
  Request *request = data;
  g_mutex_lock(&request->mutex);
  request->done = TRUE;
  g_cond_signal(&request->cond);
  g_mutex_unlock(&request->mutex);
  return G_SOURCE_REMOVE;
}

static void wait_for(Request *request) {
  g_mutex_lock(&request->mutex);
  while (!request->done)
    g_cond_wait(&request->cond, &request->mutex);
  g_mutex_unlock(&request->mutex);
}

static gpointer worker(gpointer data) {
  (void)data;
  Request first = {.done = FALSE};
  g_idle_add(serve, &first);
  g_mutex_lock(&first.mutex);
  while (!first.done)
    g_cond_wait(&first.cond, &first.mutex);
  g_mutex_unlock(&first.mutex);

  Request second = {.done = FALSE};
  g_idle_add(serve, &second);
  wait_for(&second);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_new("worker", worker, NULL);
  gtk_main();
  return 0;
}
