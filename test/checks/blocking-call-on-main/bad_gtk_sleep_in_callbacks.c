// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sleeps bounded by a constant of 50 ms or more, in an idle callback, a timeout and a signal handler.
#include <gtk/gtk.h>
#include <unistd.h>

static gboolean settle(gpointer data) {
  (void)data;
  g_usleep(200000); /* EXPECT: blocking-call-on-main */
  return G_SOURCE_REMOVE;
}

static gboolean poll_device(gpointer data) {
  gtk_label_set_text(data, "polling");
  sleep(1); /* EXPECT: blocking-call-on-main */
  return G_SOURCE_CONTINUE;
}

static gboolean on_key(GtkWidget *window, GdkEventKey *event, gpointer data) {
  (void)window;
  (void)event;
  (void)data;
  usleep(60 * 1000); /* EXPECT: blocking-call-on-main */
  return FALSE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_idle_add(settle, NULL);
  g_timeout_add(500, poll_device, label);
  g_signal_connect(window, "key-press-event", G_CALLBACK(on_key), NULL);
  gtk_main();
  return 0;
}
