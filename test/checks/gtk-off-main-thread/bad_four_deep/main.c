// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread entry and the GTK call are four calls and three translation units apart. Is the chain followed
// through plain calls only, and is it told in full?
// CHAIN: scan_thread -> scan_directory -> report_progress -> window_show_fraction
#include "app.h"

static void on_start(GtkButton *button, gpointer data) {
  (void)button;
  scan_start(data);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = window_build();
  g_signal_connect(button, "clicked", G_CALLBACK(on_start), "/usr/share");
  gtk_main();
  return 0;
}
