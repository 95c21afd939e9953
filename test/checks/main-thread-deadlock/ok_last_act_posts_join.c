// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// The thread asks main and waits; at its end it has main join it: by then it asks no more.
#include <gtk/gtk.h>

static GMutex lock;
static GCond cond;
static gboolean asked;
static GThread *thread;

static gboolean ask(gpointer data) {
  g_mutex_lock(&lock);
  asked = TRUE;
  g_cond_signal(&cond);
  g_mutex_unlock(&lock);
  return FALSE;
}

static gboolean over(gpointer data) {
  g_thread_join(thread);
  return FALSE;
}

static gpointer work(gpointer data) {
  g_mutex_lock(&lock);
  g_idle_add(ask, NULL);
  while (!asked)
    g_cond_wait(&cond, &lock);
  g_mutex_unlock(&lock);
  g_idle_add(over, NULL);
  return NULL;
}

static void on_start(GtkButton *button, gpointer data) { thread = g_thread_new("work", work, NULL); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_start), NULL);
  gtk_main();
  return 0;
}
