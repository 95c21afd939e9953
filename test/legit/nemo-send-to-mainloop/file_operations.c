// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nemo: an old-style GIO scheduler job; g_io_scheduler_job_send_to_mainloop and its async form run their function on main, the job
// function runs on a worker.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *bar;
  int done;
} CopyJob;

static gboolean update_progress(gpointer data) {
  CopyJob *job = data;
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(job->bar), job->done / 100.0);
  return FALSE;
}

static gboolean copy_job_done(gpointer data) {
  CopyJob *job = data;
  gtk_widget_hide(job->bar);
  return FALSE;
}

static gboolean copy_job(GIOSchedulerJob *io_job, GCancellable *cancellable, gpointer data) {
  CopyJob *job = data;
  while (job->done < 100 && !g_cancellable_is_cancelled(cancellable)) {
    job->done += 10;
    g_io_scheduler_job_send_to_mainloop(io_job, update_progress, job, NULL);
  }
  g_io_scheduler_job_send_to_mainloop_async(io_job, copy_job_done, job, g_free);
  return FALSE;
}

static void on_copy(GtkButton *button, gpointer bar) {
  (void)button;
  CopyJob *job = g_new0(CopyJob, 1);
  job->bar = bar;
  g_io_scheduler_push_job(copy_job, job, NULL, G_PRIORITY_DEFAULT, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new_with_label("Copy");
  g_signal_connect(button, "clicked", G_CALLBACK(on_copy), gtk_progress_bar_new());
  gtk_widget_show(button);
  gtk_main();
  return 0;
}
