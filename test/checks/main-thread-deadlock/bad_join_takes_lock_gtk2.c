// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk2
// CHECKS: main-thread-deadlock, gdk-lock, blocking-call-on-main
// GTK calls the handler with the lock held; the thread that it joins takes the lock to show what it did.
#include <gtk/gtk.h>

static GtkWidget *label;
static GThread *thread;

static void show(const char *text) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  gdk_threads_leave();
}

static gpointer work(gpointer data) {
  for (int i = 0; i < 10; ++i)
    show("more");
  return NULL;
}

static void on_stop(GtkButton *button, gpointer data) {
  g_thread_join(thread); // EXPECT: main-thread-deadlock
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
  gtk_main();
  gdk_threads_leave();
  return 0;
}
