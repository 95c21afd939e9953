// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock, gdk-lock, blocking-call-on-main
// The worker says that it is done after a last word to the user, for which it takes the lock that main holds.
#include <gtk/gtk.h>

static GtkWidget *label;
static GMutex lock;
static GCond done_cond;
static gboolean done;

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static gpointer work(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "done");
  gdk_threads_leave();
  g_mutex_lock(&lock);
  done = TRUE;
  g_cond_signal(&done_cond);
  g_mutex_unlock(&lock);
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) {
  g_thread_unref(g_thread_new("work", work, NULL));
  g_mutex_lock(&lock);
  while (!done)
    g_cond_wait(&done_cond, &lock); // EXPECT(medium): main-thread-deadlock
  g_mutex_unlock(&lock);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
G_GNUC_END_IGNORE_DEPRECATIONS
