// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The job carries its progress callback in a field; the field is filled on main and called on the worker.
// CHAIN: copy_thread -> on_copy_progress
#include <gtk/gtk.h>

typedef struct CopyJob CopyJob;
struct CopyJob {
  char *from, *to;
  void (*progress)(CopyJob *job, double fraction, gpointer data);
  gpointer progress_data;
};

static gpointer copy_thread(gpointer data) {
  CopyJob *job = data;
  for (int i = 0; i <= 10; i++)
    if (job->progress)
      job->progress(job, i / 10.0, job->progress_data);
  return NULL;
}

static void on_copy_progress(CopyJob *job, double fraction, gpointer data) {
  (void)job;
  gtk_progress_bar_set_fraction(data, fraction); /* EXPECT: gtk-off-main-thread */
}

static void start_copy(GtkWidget *bar, const char *from, const char *to) {
  CopyJob *job = g_new0(CopyJob, 1);
  job->from = g_strdup(from);
  job->to = g_strdup(to);
  job->progress = on_copy_progress;
  job->progress_data = bar;
  g_thread_unref(g_thread_new("copy", copy_thread, job));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), bar);
  gtk_widget_show_all(window);
  start_copy(bar, "a", "b");
  gtk_main();
  return 0;
}
