// FLAGS: gtk2
// CHECKS: gdk-lock
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-028, libfm: choosing a place in the side pane runs a job synchronously, in a nested main loop, from a signal handler.
// GTK calls the handler with the GDK lock held, so every idle that takes the lock waits for ever. (Only in programs that
// use the lock; this one does.)
#include "job.h"

static void list_directory(job *self) {}

static void init_dir_tree(GtkWidget *pane) {
  job *list = job_new(list_directory);
  job_run_sync_with_mainloop(list);
  gtk_widget_show(pane);
}

static void on_mode_changed(GtkToggleButton *button, gpointer pane) { init_dir_tree(pane); }

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *pane = gtk_vbox_new(FALSE, 0), *mode = gtk_toggle_button_new();
  g_signal_connect(mode, "toggled", G_CALLBACK(on_mode_changed), pane);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
