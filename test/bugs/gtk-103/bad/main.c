// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-103, Sylpheed: the mail library keeps the window alive through a hook that iterates GTK's loop; the search thread fetches
// message lists with the same library. Reduced: library with its hook, program.
// CHAIN: query_search_folder_func -> folder_item_get_msg_list -> event_loop_iterate -> event_loop_iteration_func
#include "imap.h"
#include <gtk/gtk.h>

static void event_loop_iteration_func(void) {
  gtk_main_iteration_do(FALSE); /* EXPECT: main-loop-off-main-thread */
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
