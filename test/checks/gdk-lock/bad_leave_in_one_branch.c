// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker that gives the lock back only when it had something to show.
// CHECKS: gdk-lock
// CHAIN: scan
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer scan(gpointer data) {
  const char *found = data;
  gdk_threads_enter();
  if (found) {
    gtk_label_set_text(GTK_LABEL(label), found);
    gdk_threads_leave();
  }
  return NULL; /* EXPECT: gdk-lock */
}

static void start(gpointer data) { g_thread_unref(g_thread_new("scan", scan, data)); }

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  start(NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
