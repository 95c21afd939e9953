// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK calls signal handlers with the lock held. The lock is not recursive.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  gdk_threads_enter(); /* EXPECT: gdk-lock */
  gtk_label_set_text(GTK_LABEL(label), "clicked");
  gdk_threads_leave();
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
