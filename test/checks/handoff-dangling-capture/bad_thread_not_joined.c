// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The join stands on the wrong branch: where the thread was started, nobody waits for it.
// CHECKS: handoff-dangling-capture
#include <gtk/gtk.h>
#include <pthread.h>

static void *count(void *data) {
  ++*(int *)data;
  return NULL;
}

static void on_count(GtkButton *button, gpointer data) {
  int lines = 0;
  pthread_t thread;
  (void)button;
  (void)data;
  if (pthread_create(&thread, NULL, count, &lines) == 0) /* EXPECT: handoff-dangling-capture */
    return;
  pthread_join(thread, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_count), NULL);
  gtk_main();
  return 0;
}
