// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The variable is used again: what is 0 then is another result.
#include <gtk/gtk.h>
#include <sys/wait.h>
#include <unistd.h>

static GtkWidget *status;

static void on_clicked(GtkButton *button, gpointer data) {
  pid_t pid = fork();
  if (pid == 0) {
    execlp("helper", "helper", (char *)NULL);
    _exit(127);
  }
  pid = waitpid(pid, NULL, WNOHANG);
  if (pid == 0)
    gtk_label_set_text(GTK_LABEL(status), "still running");
  else
    gtk_label_set_text(GTK_LABEL(status), "ended");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  status = gtk_label_new("");
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
