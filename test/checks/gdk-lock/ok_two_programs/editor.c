// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See player.c.
#include <gtk/gtk.h>

static gboolean blink(gpointer data) {
  gtk_widget_queue_draw(data);
  return TRUE;
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)data;
  g_timeout_add(100, blink, button);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
