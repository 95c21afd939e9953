// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// What a setup function is for.
#include <gtk/gtk.h>
#include <unistd.h>

static void setup(gpointer data) {
  setpgid(0, 0);
  dup2(GPOINTER_TO_INT(data), 1);
}

static void on_clicked(GtkButton *button, gpointer data) {
  gchar *args[] = {"tool", NULL};
  g_spawn_async(NULL, args, NULL, G_SPAWN_SEARCH_PATH, setup, GINT_TO_POINTER(2), NULL, NULL);
  gtk_button_set_label(button, "spawned");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
