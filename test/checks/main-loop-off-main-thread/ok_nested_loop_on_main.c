// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A nested GMainLoop inside a handler on main is not a loop off main.
// CHECKS: main-loop-off-main-thread
#include <gtk/gtk.h>

static void stop(GtkButton *button, gpointer loop) {
  (void)button;
  g_main_loop_quit(loop);
}

static void on_ask(GtkButton *button, gpointer data) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  (void)button;
  gulong id = g_signal_connect(data, "clicked", G_CALLBACK(stop), loop);
  g_main_loop_run(loop);
  g_signal_handler_disconnect(data, id);
  g_main_loop_unref(loop);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *ask = gtk_button_new_with_label("Ask"), *done = gtk_button_new_with_label("Done");
  gtk_container_add(GTK_CONTAINER(box), ask);
  gtk_container_add(GTK_CONTAINER(box), done);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(ask, "clicked", G_CALLBACK(on_ask), done);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
