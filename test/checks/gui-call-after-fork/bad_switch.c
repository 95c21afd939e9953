// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// A switch over the result; exec() failed, and the child asks its user what to do.
#include <gtk/gtk.h>
#include <unistd.h>

static void run(GtkWindow *parent, char **args) {
  switch (fork()) {
  case -1:
    gtk_window_set_title(parent, "cannot fork");
    break;
  case 0:
    execv(args[0], args);
    gtk_window_set_title(parent, "cannot run"); // EXPECT: gui-call-after-fork
    _exit(1);
  default:
    gtk_window_set_title(parent, "running");
    break;
  }
}

static void on_clicked(GtkButton *button, gpointer data) {
  char *args[] = {"/usr/bin/tool", NULL};
  run(GTK_WINDOW(data), args);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new(), *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), window);
  gtk_main();
  return 0;
}
