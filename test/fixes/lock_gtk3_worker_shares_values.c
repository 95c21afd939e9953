// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CHECKS: gdk-threads-deprecated
// ADVICE: 'done' is read under the lock, and others may set it
// ADVICE: 'wanted' is set under the lock and used outside of it
// ADVICE: stands in the way
// ADVICE: stands in the way
// ADVICE: stands in the way
//
// Values that both threads use under the lock: read early, or set late, they would be used without.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *bar;
  double done;
} Job;

static gboolean wanted = TRUE;
static GtkWidget *window;

static gpointer work(gpointer data) {
  Job *job = data;
  gdk_threads_enter();
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(job->bar), job->done);
  gdk_threads_leave();
  return NULL;
}

static gpointer wait_for_it(gpointer data) {
  while (wanted) {
    gdk_threads_enter();
    wanted = gtk_widget_get_visible(window);
    gdk_threads_leave();
  }
  return data;
}

static gboolean reset(gpointer data) {
  Job *job = data;
  gdk_threads_enter();
  job->done = 0;
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  static Job job;
  gtk_init(&argc, &argv);
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  job.bar = gtk_progress_bar_new();
  g_idle_add(reset, &job);
  g_thread_unref(g_thread_new("work", work, &job));
  g_thread_unref(g_thread_new("wait", wait_for_it, NULL));
  gtk_main();
  return 0;
}
