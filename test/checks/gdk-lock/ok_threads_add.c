// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gdk_threads_add_idle() and gdk_threads_add_timeout() take the lock for the callback.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean refresh(gpointer data) {
  gtk_label_set_text(GTK_LABEL(label), data);
  return TRUE;
}

static gpointer worker(gpointer data) {
  gdk_threads_add_idle(refresh, data);
  gdk_threads_enter();
  gtk_widget_show(label);
  gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  gdk_threads_add_timeout(100, refresh, "tick");
  gdk_threads_add_timeout_seconds(1, refresh, "second");
  g_thread_unref(g_thread_new("worker", worker, "go"));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
