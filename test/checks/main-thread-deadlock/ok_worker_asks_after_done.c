// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// The worker says that it has begun, and asks main only then.
#include <gtk/gtk.h>

static GMutex lock;
static GCond begun, answered;
static gboolean has_begun, is_answered;

static gboolean answer(gpointer data) {
  g_mutex_lock(&lock);
  is_answered = TRUE;
  g_cond_signal(&answered);
  g_mutex_unlock(&lock);
  return FALSE;
}

static gpointer work(gpointer data) {
  g_mutex_lock(&lock);
  has_begun = TRUE;
  g_cond_signal(&begun);
  g_idle_add(answer, NULL);
  while (!is_answered)
    g_cond_wait(&answered, &lock);
  g_mutex_unlock(&lock);
  return NULL;
}

static void on_start(GtkButton *button, gpointer data) {
  g_thread_unref(g_thread_new("work", work, NULL));
  g_mutex_lock(&lock);
  while (!has_begun)
    g_cond_wait(&begun, &lock);
  g_mutex_unlock(&lock);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_start), NULL);
  gtk_main();
  return 0;
}
