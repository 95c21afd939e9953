// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk_main() gives up a lock that was made and never taken.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static void start(int *argc, char ***argv) {
  gdk_threads_init();
  gtk_init(argc, argv);
}

int main(int argc, char **argv) {
  start(&argc, &argv);
  gtk_widget_show(gtk_window_new(GTK_WINDOW_TOPLEVEL));
  gtk_main(); /* EXPECT: gdk-lock */
  return 0;
}
