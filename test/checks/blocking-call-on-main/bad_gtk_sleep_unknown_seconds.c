// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Seconds that are not known are long unless none; a time that callers give as a constant is that constant.
#include <gtk/gtk.h>
#include <stdlib.h>
#include <unistd.h>

static void settle(unsigned seconds) {
  sleep(seconds); /* EXPECT: blocking-call-on-main */
}

static void rest(unsigned long microseconds) {
  g_usleep(microseconds); /* EXPECT: blocking-call-on-main */
}

static gboolean poll_device(gpointer data) {
  settle(atoi(data));
  rest(2 * G_USEC_PER_SEC);
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_timeout_add(500, poll_device, argv[0]);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
