// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A handler that gives the lock up to wait, and shows something before it has it back.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_clicked(GtkButton *button, gpointer data) {
  (void)data;
  GDK_THREADS_LEAVE();
  g_usleep(100);
  gtk_button_set_label(button, "done"); /* EXPECT: gdk-lock */
  GDK_THREADS_ENTER();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
