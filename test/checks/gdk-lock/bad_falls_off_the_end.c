// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// No return to point at: the call that takes the lock is where the pair is incomplete.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text) {
  gdk_threads_enter(); /* EXPECT: gdk-lock */
  if (text) {
    gtk_label_set_text(GTK_LABEL(label), text);
    gdk_threads_leave();
  }
}

static gpointer worker(gpointer data) {
  show(data);
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_thread_unref(g_thread_new("worker", worker, NULL));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
