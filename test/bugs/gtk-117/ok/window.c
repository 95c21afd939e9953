// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See medium.c.
#include "medium.h"

static GtkWidget *label;

static void on_probed(Medium *medium, gpointer data) {
  (void)medium;
  (void)data;
  gtk_label_set_text(GTK_LABEL(label), "ready");
}

static void on_eject(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  medium_wait();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  Medium *medium = g_object_new(medium_get_type(), NULL);
  GtkWidget *button = gtk_button_new();
  label = gtk_label_new("");
  g_signal_connect(medium, "probed", G_CALLBACK(on_probed), NULL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_eject), NULL);
  medium_probe(medium);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
