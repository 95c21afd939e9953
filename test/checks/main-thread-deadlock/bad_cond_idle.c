// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The helper that a worker uses to ask something of the main loop, called on main: the idle that would wake it never runs.
#include <gtk/gtk.h>

struct question {
  GMutex lock;
  GCond answered;
  gboolean done;
  int answer;
};

static gboolean ask(gpointer data) {
  struct question *q = data;
  g_mutex_lock(&q->lock);
  q->answer = 42;
  q->done = TRUE;
  g_cond_signal(&q->answered);
  g_mutex_unlock(&q->lock);
  return FALSE;
}

static int ask_main_loop(void) {
  struct question q = {.done = FALSE};
  g_mutex_init(&q.lock);
  g_cond_init(&q.answered);
  g_mutex_lock(&q.lock);
  g_idle_add(ask, &q);
  while (!q.done)
    g_cond_wait(&q.answered, &q.lock); // EXPECT: main-thread-deadlock
  // CHAIN: on_clicked -> ask_main_loop
  g_mutex_unlock(&q.lock);
  return q.answer;
}

static gpointer work(gpointer data) {
  ask_main_loop();
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) {
  ask_main_loop();
  g_thread_unref(g_thread_new("work", work, NULL));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
