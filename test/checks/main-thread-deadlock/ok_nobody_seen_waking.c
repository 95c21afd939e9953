// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// Who posts the semaphore is not a part of the program: another process may.
#include <gtk/gtk.h>
#include <semaphore.h>

static void on_clicked(GtkButton *button, gpointer data) {
  sem_t *shared = sem_open("/example", 0);
  sem_wait(shared);
  sem_close(shared);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
