// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The setup function of g_spawn runs in the child.
#include <gtk/gtk.h>

static void setup(gpointer data) {
  gtk_window_present(GTK_WINDOW(data)); // EXPECT: gui-call-after-fork
}

static void on_clicked(GtkButton *button, gpointer data) {
  gchar *args[] = {"tool", NULL};
  g_spawn_async(NULL, args, NULL, G_SPAWN_SEARCH_PATH, setup, data, NULL, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new(), *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), window);
  gtk_main();
  return 0;
}
