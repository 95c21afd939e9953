// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function whose result says whether its caller has to give the lock back.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean shutting_down;

static gboolean begin_update(void) {
  gdk_threads_enter();
  if (shutting_down) {
    gdk_threads_leave();
    return FALSE;
  }
  return TRUE;
}

static void end_update(void) { gdk_threads_leave(); }

static gpointer worker(gpointer data) {
  if (!begin_update())
    return NULL;
  gtk_label_set_text(GTK_LABEL(label), data);
  end_update();
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
