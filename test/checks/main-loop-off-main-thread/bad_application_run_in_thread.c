// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_application_run on a pthread, two calls down.
// CHECKS: main-loop-off-main-thread
// CHAIN: ui_entry -> run_ui
#include <gtk/gtk.h>
#include <pthread.h>

static void activate(GtkApplication *app, gpointer data) {
  (void)data;
  gtk_window_present(GTK_WINDOW(gtk_application_window_new(app)));
}

static int run_ui(void) {
  GtkApplication *app = gtk_application_new("org.example.ui", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
  return g_application_run(G_APPLICATION(app), 0, NULL); /* EXPECT: main-loop-off-main-thread */
}

static void *ui_entry(void *arg) {
  *(int *)arg = run_ui();
  return NULL;
}

int main(void) {
  int status = 0;
  pthread_t ui;
  pthread_create(&ui, NULL, ui_entry, &status);
  pthread_join(ui, NULL);
  return status;
}
