// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-067, Rhythmbox, fixed: the lock is given back around the library's call.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GMainLoop *loop;

static gboolean on_progress(gpointer data) {
  gdk_threads_enter();
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(data));
  gdk_threads_leave();
  return TRUE;
}

static gboolean on_written(gpointer data) {
  g_main_loop_quit(loop);
  return FALSE;
}

static int write_tracks(GtkWidget *bar) {
  loop = g_main_loop_new(NULL, FALSE);
  g_timeout_add(200, on_progress, bar);
  g_timeout_add(60000, on_written, NULL);
  g_main_loop_run(loop);
  g_main_loop_unref(loop);
  return 0;
}

static int recorder_burn(GtkWidget *bar) {
  gdk_threads_leave();
  int result = write_tracks(bar);
  gdk_threads_enter();
  return result;
}

static void on_burn_cd(GtkAction *action, gpointer bar) { recorder_burn(bar); }

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkAction *burn = gtk_action_new("burn", "Create audio CD", NULL, NULL);
  g_signal_connect(burn, "activate", G_CALLBACK(on_burn_cd), gtk_progress_bar_new());
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
