// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ADVICE: 'show' takes the lock on the main thread and on others
// ADVICE: 'show' takes the lock on the main thread and on others
// ADVICE: lock_gtk3_both_threads.c:14 stands in the way: 'show' takes the lock on the main thread and on others
// ADVICE: lock_gtk3_both_threads.c:14 stands in the way: 'show' takes the lock on the main thread and on others
//
// Callers on the main thread count on its being done when it returns, others need it posted.
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  gdk_threads_leave();
}

static gpointer work(gpointer data) {
  show(data);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  show("start");
  g_thread_unref(g_thread_new("work", work, argv[0]));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
