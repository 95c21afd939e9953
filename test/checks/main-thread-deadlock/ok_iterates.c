// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// The loop runs while main waits: sources of the default context are dispatched in between.
#include <gtk/gtk.h>
#include <semaphore.h>

static sem_t ready;

static gboolean on_ready(gpointer data) {
  sem_post(&ready);
  return FALSE;
}

static void on_clicked(GtkButton *button, gpointer data) {
  g_idle_add(on_ready, NULL);
  while (g_main_context_pending(NULL))
    g_main_context_iteration(NULL, FALSE);
  sem_wait(&ready);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  sem_init(&ready, 0, 0);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
