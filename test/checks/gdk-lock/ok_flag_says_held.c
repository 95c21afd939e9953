// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A local says whether the lock was taken.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer worker(gpointer data) {
  gboolean held = FALSE;
  for (int i = 0; i < 3; ++i) {
    if (!held) {
      gdk_threads_enter();
      held = TRUE;
    }
    gtk_label_set_text(GTK_LABEL(label), data);
    if (i == 1) {
      gdk_threads_leave();
      held = FALSE;
    }
  }
  if (held)
    gdk_threads_leave();
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
