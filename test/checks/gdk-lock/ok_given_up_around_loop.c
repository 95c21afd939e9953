// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A nested loop of GLib, with the lock given up around it; GTK's own loops do so themselves.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_clicked(GtkButton *button, gpointer data) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  (void)button;
  GDK_THREADS_LEAVE();
  g_main_loop_run(loop);
  GDK_THREADS_ENTER();
  g_main_loop_unref(loop);
  gtk_dialog_run(GTK_DIALOG(data));
  while (gtk_events_pending())
    gtk_main_iteration();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), gtk_dialog_new());
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
