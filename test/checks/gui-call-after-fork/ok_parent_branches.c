// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// All forms of a test whose true side is the parent's.
#include <gtk/gtk.h>
#include <unistd.h>

static void by_sign(GtkButton *button) {
  pid_t pid = fork();
  if (pid > 0) {
    gtk_button_set_label(button, "a");
    return;
  }
  _exit(pid == 0 ? 0 : 1);
}

static void by_truth(GtkButton *button) {
  if (fork())
    gtk_button_set_label(button, "b");
  else
    _exit(0);
}

static void by_switch(GtkButton *button) {
  pid_t pid;
  switch (pid = fork()) {
  case 0:
    execl("/bin/true", "true", (char *)NULL);
    _exit(1);
  case -1:
    gtk_button_set_label(button, "failed");
    return;
  }
  gtk_button_set_label(button, "c");
}

static void by_at_least_one(GtkButton *button) {
  pid_t pid = fork();
  if (pid >= 1)
    gtk_button_set_label(button, "d");
  else if (pid <= -1)
    gtk_button_set_label(button, "failed");
  else
    _exit(0);
}

static void on_clicked(GtkButton *button, gpointer data) {
  by_sign(button);
  by_truth(button);
  by_switch(button);
  by_at_least_one(button);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
