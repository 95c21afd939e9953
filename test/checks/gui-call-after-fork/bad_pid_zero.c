// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The status label is told that a helper starts, but in the child.
#include <gtk/gtk.h>
#include <unistd.h>

static GtkWidget *status;

static void on_clicked(GtkButton *button, gpointer data) {
  pid_t pid = fork();
  if (pid == 0) {
    gtk_label_set_text(GTK_LABEL(status), "starting"); // EXPECT: gui-call-after-fork
    execlp("helper", "helper", (char *)NULL);
    _exit(127);
  }
  gtk_label_set_text(GTK_LABEL(status), "started");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  status = gtk_label_new("");
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
