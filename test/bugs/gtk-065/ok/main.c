// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-065, fixed: taken after that set-up, given back before the end.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

void player_threads_init(void);

int main(int argc, char **argv) {
  player_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  gtk_widget_show(gtk_window_new(GTK_WINDOW_TOPLEVEL));
  gtk_main();
  gdk_threads_leave();
  return 0;
}
