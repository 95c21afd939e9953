// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// `if (!fork())`, and a second such form in the same handler.
#include <gtk/gtk.h>
#include <unistd.h>

static void on_first(GtkButton *button, gpointer data) {
  if (!fork()) {
    gtk_widget_hide(GTK_WIDGET(data)); // EXPECT: gui-call-after-fork
    _exit(0);
  }
}

static void on_second(GtkButton *button, gpointer data) {
  pid_t child;
  if ((child = fork()) == 0) {
    gtk_widget_destroy(GTK_WIDGET(data)); // EXPECT: gui-call-after-fork
    execl("/bin/true", "true", (char *)NULL);
  } else if (child > 0) {
    gtk_widget_show(GTK_WIDGET(data));
  }
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new(), *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_first), window);
  g_signal_connect(button, "clicked", G_CALLBACK(on_second), window);
  gtk_main();
  return 0;
}
