// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// On the thread that owns the context, g_main_context_invoke() runs the function before it returns.
#include <gtk/gtk.h>

static GMutex lock;
static GCond cond;
static gboolean done;

static gboolean act(gpointer data) {
  done = TRUE;
  g_cond_signal(&cond);
  return FALSE;
}

static void call_main(void) {
  g_mutex_lock(&lock);
  done = FALSE;
  g_main_context_invoke(NULL, act, NULL);
  while (!done)
    g_cond_wait(&cond, &lock);
  g_mutex_unlock(&lock);
}

static gpointer work(gpointer data) {
  call_main();
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) { call_main(); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  g_thread_unref(g_thread_new("work", work, NULL));
  gtk_main();
  return 0;
}
