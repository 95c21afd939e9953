// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// A wait with an end is a stall, not a deadlock.
#include <gtk/gtk.h>

static GMutex lock;
static GCond cond;
static gboolean done;

static gboolean finish(gpointer data) {
  g_mutex_lock(&lock);
  done = TRUE;
  g_cond_signal(&cond);
  g_mutex_unlock(&lock);
  return FALSE;
}

static void on_clicked(GtkButton *button, gpointer data) {
  gint64 end = g_get_monotonic_time() + 100 * G_TIME_SPAN_MILLISECOND;
  g_mutex_lock(&lock);
  g_idle_add(finish, NULL);
  while (!done)
    if (!g_cond_wait_until(&cond, &lock, end))
      break;
  g_mutex_unlock(&lock);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
