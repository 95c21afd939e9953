// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One pipe, one finding: pclose() is where the child is waited for.
#include <gtk/gtk.h>
#include <stdio.h>

static void on_version(GtkButton *button, gpointer data) {
  char text[80] = "?";
  FILE *pipe = popen("uname -r", "r");
  (void)data;
  if (!pipe)
    return;
  if (!fgets(text, sizeof(text), pipe))
    text[0] = 0;
  pclose(pipe); /* EXPECT: blocking-call-on-main */
  gtk_button_set_label(button, text);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Version");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_version), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
