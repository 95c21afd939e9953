// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// A worker wakes main; main wakes as well, from another handler.
#include <gtk/gtk.h>

static GMutex lock;
static GCond done_cond;
static gboolean done;

static void finish(void) {
  g_mutex_lock(&lock);
  done = TRUE;
  g_cond_signal(&done_cond);
  g_mutex_unlock(&lock);
}

static gpointer work(gpointer data) {
  finish();
  return NULL;
}

static void on_cancel(GtkButton *button, gpointer data) { finish(); }

static void on_start(GtkButton *button, gpointer data) {
  g_thread_unref(g_thread_new("work", work, NULL));
  g_mutex_lock(&lock);
  while (!done)
    g_cond_wait(&done_cond, &lock);
  g_mutex_unlock(&lock);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *start = gtk_button_new(), *cancel = gtk_button_new();
  g_signal_connect(start, "clicked", G_CALLBACK(on_start), NULL);
  g_signal_connect(cancel, "clicked", G_CALLBACK(on_cancel), NULL);
  gtk_main();
  return 0;
}
