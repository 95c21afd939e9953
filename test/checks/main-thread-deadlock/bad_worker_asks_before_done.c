// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// Main waits for the worker's last word; before that the worker has a question to main.
#include <gtk/gtk.h>

struct call {
  GMutex lock;
  GCond cond;
  gboolean done;
};

static GMutex lock;
static GCond finished;
static gboolean is_finished;

static gboolean confirm(gpointer data) {
  struct call *c = data;
  g_mutex_lock(&c->lock);
  c->done = TRUE;
  g_cond_signal(&c->cond);
  g_mutex_unlock(&c->lock);
  return FALSE;
}

static void ask_main(void) {
  struct call c = {.done = FALSE};
  g_mutex_init(&c.lock);
  g_cond_init(&c.cond);
  g_mutex_lock(&c.lock);
  g_idle_add(confirm, &c);
  while (!c.done)
    g_cond_wait(&c.cond, &c.lock);
  g_mutex_unlock(&c.lock);
}

static void copy_files(void) { ask_main(); }

static void say_finished(void) {
  g_mutex_lock(&lock);
  is_finished = TRUE;
  g_cond_signal(&finished);
  g_mutex_unlock(&lock);
}

static gpointer work(gpointer data) {
  copy_files();
  say_finished();
  return NULL;
}

static void on_copy(GtkButton *button, gpointer data) {
  g_thread_unref(g_thread_new("work", work, NULL));
  g_mutex_lock(&lock);
  while (!is_finished)
    g_cond_wait(&finished, &lock); // EXPECT(medium): main-thread-deadlock
  g_mutex_unlock(&lock);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_copy), NULL);
  gtk_main();
  return 0;
}
