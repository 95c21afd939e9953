// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// main runs the application and, before that, drains the default context itself.
#include <gtk/gtk.h>

static gpointer warm_up(gpointer data) {
  g_file_test(data, G_FILE_TEST_EXISTS);
  return NULL;
}

static void activate(GtkApplication *app, gpointer data) {
  (void)data;
  gtk_window_present(GTK_WINDOW(gtk_application_window_new(app)));
}

int main(int argc, char **argv) {
  GThread *thread = g_thread_new("warm", warm_up, "/usr/share");
  while (g_main_context_iteration(NULL, FALSE))
    ;
  GtkApplication *app = gtk_application_new("org.example.main", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
  int status = g_application_run(G_APPLICATION(app), argc, argv);
  g_thread_join(thread);
  return status;
}
