// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk2
// CHECKS: main-thread-deadlock, gdk-lock
// The lock is given up around the join; in an idle callback it is not held at all.
#include <gtk/gtk.h>

static GtkWidget *label;
static GThread *thread, *other;

static gpointer work(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "more");
  gdk_threads_leave();
  return NULL;
}

static void on_stop(GtkButton *button, gpointer data) {
  gdk_threads_leave();
  g_thread_join(thread);
  gdk_threads_enter();
}

static gboolean on_idle(gpointer data) {
  g_thread_join(other);
  return FALSE;
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *stop = gtk_button_new();
  g_signal_connect(stop, "clicked", G_CALLBACK(on_stop), NULL);
  thread = g_thread_create(work, NULL, TRUE, NULL);
  other = g_thread_create(work, NULL, TRUE, NULL);
  g_idle_add(on_idle, NULL);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
