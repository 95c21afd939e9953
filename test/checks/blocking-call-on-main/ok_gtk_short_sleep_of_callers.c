// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All callers ask for less than is noticed; the constant's name is a variable, or the callers' argument.
#include <gtk/gtk.h>
#include <unistd.h>

static const useconds_t retry_us = 10000;

static void rest(unsigned long microseconds) {
  g_usleep(microseconds);
}

static gboolean poll_device(gpointer data) {
  (void)data;
  rest(500);
  rest(2000);
  usleep(retry_us);
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_timeout_add(500, poll_device, NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
