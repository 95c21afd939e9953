// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The child is a program with a toolkit and a loop of its own; the parent's comes later.
#include <gtk/gtk.h>
#include <unistd.h>

static int gui(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *w = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(w);
  gtk_main();
  return 0;
}

int main(int argc, char **argv) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(gui(argc, argv));
  gtk_init(&argc, &argv);
  gtk_widget_show(gtk_window_new(GTK_WINDOW_POPUP));
  gtk_main();
  return 0;
}
