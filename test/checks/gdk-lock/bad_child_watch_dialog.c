// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk_dialog_run() gives the lock up while it waits; a child watch does not hold it.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_exited(GPid pid, gint status, gpointer data) {
  GtkWidget *dialog = data;
  g_spawn_close_pid(pid);
  if (status == 0)
    gtk_dialog_run(GTK_DIALOG(dialog)); /* EXPECT: gdk-lock */
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_child_watch_add(17, on_exited, gtk_dialog_new());
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
