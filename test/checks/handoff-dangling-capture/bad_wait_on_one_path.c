// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The function waits for the callback, but not when it is cancelled.
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

static gpointer worker(gpointer cancellable) {
  Request request = {.done = FALSE};
  g_mutex_init(&request.mutex);
  g_cond_init(&request.cond);
  g_idle_add(serve, &request); // EXPECT: handoff-dangling-capture
  if (g_cancellable_is_cancelled(cancellable))
    return NULL;
  g_mutex_lock(&request.mutex);
  while (!request.done)
    g_cond_wait(&request.cond, &request.mutex);
  g_mutex_unlock(&request.mutex);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_new("worker", worker, g_cancellable_new());
  gtk_main();
  return 0;
}
