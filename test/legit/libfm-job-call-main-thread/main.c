// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libfm: jobs run in a pool and emit their signals through fm_job_call_main_thread(job, func, data), which posts func to main and
// waits for its result. Handlers of those signals may touch GTK.
#include "job.h"

static void on_error(FmJob *job, GError *error, GtkLabel *label) {
  (void)job;
  gtk_label_set_text(label, error->message);
}

static void on_finished(FmJob *job, GtkLabel *label) {
  (void)job;
  gtk_widget_set_sensitive(GTK_WIDGET(label), TRUE);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("counting");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  FmJob *job = g_object_new(count_job_get_type(), NULL);
  g_signal_connect(job, "error", G_CALLBACK(on_error), label);
  g_signal_connect(job, "finished", G_CALLBACK(on_finished), label);
  fm_job_run_async(job);
  gtk_main();
  return 0;
}
