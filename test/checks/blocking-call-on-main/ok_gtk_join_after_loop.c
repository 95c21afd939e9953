// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread is joined after a nested loop that went on until the thread had raised its flag.
#include <gtk/gtk.h>

static gint done;

static gpointer search_thread(gpointer text) {
  g_usleep(strlen(text) * 1000);
  g_atomic_int_set(&done, 1);
  g_main_context_wakeup(NULL);
  return NULL;
}

static void iterate(void) { g_main_context_iteration(NULL, TRUE); }

static void search(GtkButton *button, gpointer text) {
  (void)button;
  GThread *thread = g_thread_new("search", search_thread, text);
  while (g_atomic_int_get(&done) == 0)
    iterate();
  g_thread_join(thread);
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
