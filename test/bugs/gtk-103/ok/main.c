// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-103, Sylpheed, fixed: the hook iterates on the main thread only and sleeps elsewhere.
#include "imap.h"
#include <gtk/gtk.h>

static GThread *main_thread;

static void event_loop_iteration_func(void) {
  if (g_thread_self() != main_thread) {
    g_usleep(10000);
    return;
  }
  gtk_main_iteration_do(FALSE);
}

static gpointer query_search_folder_func(gpointer data) {
  return GINT_TO_POINTER(folder_item_get_msg_list(data));
}

static void on_search(GtkButton *button, gpointer data) {
  (void)button;
  g_thread_create(query_search_folder_func, data, FALSE, NULL);
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  main_thread = g_thread_self();
  gtk_init(&argc, &argv);
  set_event_loop_func(event_loop_iteration_func);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Search");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_search), "inbox");
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
