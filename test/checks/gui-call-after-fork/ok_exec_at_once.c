// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// What a child is for: exec at once. GUI calls in the parent and where the fork failed.
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

static void on_clicked(GtkButton *button, gpointer data) {
  pid_t pid = fork();
  if (pid == 0) {
    setsid();
    execlp("helper", "helper", (char *)NULL);
    perror("helper");
    _exit(127);
  }
  if (pid < 0)
    gtk_button_set_label(button, "no process");
  else
    gtk_button_set_label(button, "runs");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
