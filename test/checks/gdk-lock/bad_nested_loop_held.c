// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_main_loop_run() does not give the lock up, as gtk_main() does: the first event waits for it for ever.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  gtk_label_set_text(GTK_LABEL(label), "waiting");
  g_main_loop_run(loop); /* EXPECT: gdk-lock */
  g_main_loop_unref(loop);
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
