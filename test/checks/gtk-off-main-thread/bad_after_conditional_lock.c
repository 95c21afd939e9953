// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker that takes the GDK lock and gives it back under one condition: after that it does not hold it on any path.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

static GtkWidget *label;

typedef struct {
  gboolean lock;
} Job;

static gpointer import_thread(gpointer data) {
  Job *job = data;
  if (job->lock)
    gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "importing");
  if (job->lock)
    gdk_threads_leave();
  gtk_widget_grab_focus(label); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  static Job job;
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  job.lock = argc > 1;
  g_thread_unref(g_thread_new("import", import_thread, &job));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
