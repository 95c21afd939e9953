// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The project's own fork: the result comes from a helper that also readies the child.
#include <gtk/gtk.h>
#include <signal.h>
#include <unistd.h>

static pid_t fork_clean(void) {
  pid_t pid = fork();
  if (pid == 0)
    signal(SIGPIPE, SIG_DFL);
  return pid;
}

static gboolean in_child(void) { return fork() == 0; }

static void on_clicked(GtkButton *button, gpointer data) {
  pid_t pid = fork_clean();
  if (pid)
    return;
  gtk_button_set_label(button, "busy"); // EXPECT: gui-call-after-fork
  _exit(0);
}

static void on_other(GtkButton *button, gpointer data) {
  if (in_child()) {
    gtk_button_set_label(button, "busy"); // EXPECT: gui-call-after-fork
    _exit(0);
  }
  gtk_button_set_label(button, "done");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_other), NULL);
  gtk_main();
  return 0;
}
