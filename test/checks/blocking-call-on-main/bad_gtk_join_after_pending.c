// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Working off what is pending does not wait for the thread: the join does.
#include <gtk/gtk.h>

static gpointer search_thread(gpointer text) {
  g_usleep(strlen(text) * 1000);
  return NULL;
}

static void search(GtkButton *button, gpointer text) {
  GThread *thread = g_thread_new("search", search_thread, text);
  gtk_button_set_label(button, "Searching");
  while (gtk_events_pending())
    gtk_main_iteration(); /* EXPECT: blocking-call-on-main */
  g_thread_join(thread); /* EXPECT: blocking-call-on-main */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Search");
  g_signal_connect(button, "clicked", G_CALLBACK(search), argv[argc - 1]);
  gtk_container_add(GTK_CONTAINER(window), button);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
