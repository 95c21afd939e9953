// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_main_context_is_owner on the default context is a thread test (NULL means the default context too).
#include <gtk/gtk.h>

static GtkWidget *spinner;

static gboolean start_spinner(gpointer data) {
  (void)data;
  gtk_spinner_start(GTK_SPINNER(spinner));
  return G_SOURCE_REMOVE;
}

static void busy(void) {
  if (g_main_context_is_owner(g_main_context_default()))
    gtk_spinner_start(GTK_SPINNER(spinner));
  else
    g_main_context_invoke(NULL, start_spinner, NULL);
}

static void idle_again(void) {
  if (!g_main_context_is_owner(NULL))
    return;
  gtk_spinner_stop(GTK_SPINNER(spinner));
}

static gpointer work(gpointer data) {
  (void)data;
  busy();
  g_usleep(1000);
  idle_again();
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  busy();
  g_thread_unref(g_thread_new("work", work, NULL));
  idle_again();
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new_with_label("Work");
  spinner = gtk_spinner_new();
  gtk_container_add(GTK_CONTAINER(box), spinner);
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
