// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-065, Rhythmbox (#420444): the program's own set-up of threads makes the GDK lock; gtk_main() is called without it.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

void player_threads_init(void);

int main(int argc, char **argv) {
  player_threads_init();
  gtk_init(&argc, &argv);
  gtk_widget_show(gtk_window_new(GTK_WINDOW_TOPLEVEL));
  gtk_main(); /* EXPECT: gdk-lock */
  return 0;
}
