// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same unmodified field decides twice; in between a return forgets that.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

typedef struct {
  gboolean from_thread;
  char *error;
} Job;

static gboolean finish(Job *job) {
  if (job->from_thread)
    gdk_threads_enter();
  gtk_widget_show(label);
  if (job->error)
    return FALSE; /* EXPECT: gdk-lock */
  if (job->from_thread)
    gdk_threads_leave();
  return TRUE;
}

static gpointer worker(gpointer data) {
  finish(data);
  return NULL;
}

static void on_clicked(GtkButton *button, Job *job) {
  (void)button;
  finish(job);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  static Job job;
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), &job);
  g_thread_unref(g_thread_new("worker", worker, &job));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
