// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk_main() in a handler is a nested loop; the one of main() is the loop itself. A step that does not wait is none.
#include <gtk/gtk.h>

static void on_export(GtkButton *button, gpointer data) {
  (void)data;
  gtk_button_set_label(button, "Exporting");
  gtk_main_iteration_do(FALSE);
  gtk_main(); /* EXPECT: blocking-call-on-main */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Export");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_export), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
