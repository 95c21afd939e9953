// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nested loops in handlers do not freeze the window but re-enter the program: reported as notes.
#include <gtk/gtk.h>

static gboolean stop(gpointer loop) {
  g_main_loop_quit(loop);
  return G_SOURCE_REMOVE;
}

static void on_delete(GtkButton *button, gpointer window) {
  GtkWidget *dialog =
      gtk_message_dialog_new(window, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Delete?");
  int answer = gtk_dialog_run(GTK_DIALOG(dialog)); /* EXPECT: blocking-call-on-main */
  gtk_widget_destroy(dialog);
  gtk_widget_set_sensitive(GTK_WIDGET(button), answer != GTK_RESPONSE_YES);
}

static void on_wait(GtkButton *button, gpointer data) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  (void)button;
  (void)data;
  g_timeout_add(300, stop, loop);
  g_main_loop_run(loop); /* EXPECT: blocking-call-on-main */
  g_main_loop_unref(loop);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *delete = gtk_button_new_with_label("Delete"), *wait = gtk_button_new_with_label("Wait");
  gtk_container_add(GTK_CONTAINER(box), delete);
  gtk_container_add(GTK_CONTAINER(box), wait);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(delete, "clicked", G_CALLBACK(on_delete), window);
  g_signal_connect(wait, "clicked", G_CALLBACK(on_wait), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
