// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The usual way round: a worker posts and waits, main answers.
#include <gtk/gtk.h>

struct question {
  GMutex lock;
  GCond answered;
  gboolean done;
};

static gboolean ask(gpointer data) {
  struct question *q = data;
  g_mutex_lock(&q->lock);
  q->done = TRUE;
  g_cond_signal(&q->answered);
  g_mutex_unlock(&q->lock);
  return FALSE;
}

static gpointer work(gpointer data) {
  struct question q = {.done = FALSE};
  g_mutex_init(&q.lock);
  g_cond_init(&q.answered);
  g_mutex_lock(&q.lock);
  g_idle_add(ask, &q);
  while (!q.done)
    g_cond_wait(&q.answered, &q.lock);
  g_mutex_unlock(&q.lock);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("work", work, NULL));
  gtk_main();
  return 0;
}
