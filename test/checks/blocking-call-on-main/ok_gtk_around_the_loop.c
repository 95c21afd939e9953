// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Blocking before the main loop starts and after it has ended is not in a handler; a function that only main() calls there is
// not one either.
#include <gtk/gtk.h>
#include <unistd.h>

static GThread *indexer;
static gint stop;

static gpointer index_loop(gpointer data) {
  (void)data;
  while (!g_atomic_int_get(&stop))
    sleep(1);
  return NULL;
}

static void wait_for_display(void) {
  for (int i = 0; i < 3; i++)
    g_usleep(100000);
}

static void shut_down(void) {
  g_atomic_int_set(&stop, 1);
  g_thread_join(indexer);
}

int main(int argc, char **argv) {
  char *version = NULL;
  g_spawn_command_line_sync("git --version", &version, NULL, NULL, NULL);
  wait_for_display();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_title(GTK_WINDOW(window), version);
  g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
  gtk_widget_show(window);
  indexer = g_thread_new("index", index_loop, NULL);
  gtk_main();
  shut_down();
  return 0;
}
