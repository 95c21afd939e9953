// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A parameter says whether the caller holds the lock already.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text, gboolean lock) {
  if (lock)
    gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  if (lock)
    gdk_threads_leave();
}

static gboolean tick(gpointer data) {
  (void)data;
  show("tick", TRUE);
  return TRUE;
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  show("clicked", FALSE);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  g_timeout_add(100, tick, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
