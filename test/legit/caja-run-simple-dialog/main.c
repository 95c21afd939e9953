// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Caja: file operations ask their questions from a worker through run_question, run_simple_dialog_va and
// g_io_scheduler_job_send_to_mainloop; the dialog runs on main while the job waits.
// CHECKS: gtk-off-main-thread,main-loop-off-main-thread
#include "dialog.h"

static gboolean delete_job(GIOSchedulerJob *io_job, GCancellable *cancellable, gpointer parent) {
  (void)cancellable;
  if (run_question(io_job, parent, "Delete for ever?", "Cancel", "Delete", NULL) == 1)
    g_message("deleted");
  return FALSE;
}

static void on_delete(GtkButton *button, gpointer window) {
  (void)button;
  g_io_scheduler_push_job(delete_job, window, NULL, G_PRIORITY_DEFAULT, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Delete");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_delete), window);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
