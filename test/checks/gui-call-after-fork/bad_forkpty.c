// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// A terminal: the child of forkpty() closes the window it no longer needs.
#include <gtk/gtk.h>
#include <pty.h>
#include <unistd.h>

static void on_shell(GtkButton *button, gpointer data) {
  int master;
  int pid = forkpty(&master, NULL, NULL, NULL);
  if (pid == -1)
    return;
  if (pid == 0) {
    gtk_widget_hide(GTK_WIDGET(data)); // EXPECT: gui-call-after-fork
    execl("/bin/sh", "sh", (char *)NULL);
    _exit(1);
  }
  gtk_widget_show(GTK_WIDGET(data));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new(), *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_shell), window);
  gtk_main();
  return 0;
}
