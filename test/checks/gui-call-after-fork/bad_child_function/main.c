// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
#include "child.h"
#include <unistd.h>

struct job {
  GtkProgressBar *bar;
  pid_t pid;
};

static gboolean start(struct job *job) {
  job->pid = fork();
  if (job->pid < 0)
    return FALSE;
  if (job->pid > 0)
    return TRUE;
  convert_in_child(job->bar, "in.png");
  return FALSE;
}

static void on_convert(GtkButton *button, gpointer data) {
  struct job *job = data;
  if (start(job))
    gtk_progress_bar_pulse(job->bar);
}

int main(int argc, char **argv) {
  static struct job job;
  gtk_init(&argc, &argv);
  job.bar = GTK_PROGRESS_BAR(gtk_progress_bar_new());
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_convert), &job);
  gtk_main();
  return 0;
}
