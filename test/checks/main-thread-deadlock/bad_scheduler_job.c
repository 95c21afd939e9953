// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The job sends its progress to the main loop and waits there, while main waits for the job.
#include <gtk/gtk.h>

static GMutex lock;
static GCond over;
static gboolean is_over;

static gboolean show_progress(gpointer data) {
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(data));
  return FALSE;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static gboolean job(GIOSchedulerJob *self, GCancellable *cancellable, gpointer data) {
  for (int i = 0; i < 10; ++i)
    g_io_scheduler_job_send_to_mainloop(self, show_progress, data, NULL);
  g_mutex_lock(&lock);
  is_over = TRUE;
  g_cond_broadcast(&over);
  g_mutex_unlock(&lock);
  return FALSE;
}

static void on_run(GtkButton *button, gpointer data) {
  g_io_scheduler_push_job(job, data, NULL, G_PRIORITY_DEFAULT, NULL);
  g_mutex_lock(&lock);
  while (!is_over)
    g_cond_wait(&over, &lock); // EXPECT: main-thread-deadlock
  g_mutex_unlock(&lock);
}
G_GNUC_END_IGNORE_DEPRECATIONS

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new(), *bar = gtk_progress_bar_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_run), bar);
  gtk_main();
  return 0;
}
