// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The parent ends: what goes on is the program, in the background.
#include <gtk/gtk.h>
#include <stdlib.h>
#include <unistd.h>

static void to_background(void) {
  pid_t pid = fork();
  if (pid > 0)
    exit(0);
  setsid();
  if (fork() > 0)
    _exit(0);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  to_background();
  gtk_widget_show(gtk_window_new(GTK_WINDOW_TOPLEVEL));
  gtk_main();
  return 0;
}
