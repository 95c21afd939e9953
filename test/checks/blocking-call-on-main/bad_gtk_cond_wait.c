// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The handler waits for the worker on a condition.
// CHAIN: on_scan -> scanner_wait
#include <gtk/gtk.h>

typedef struct {
  GMutex lock;
  GCond done;
  gboolean finished;
} Scanner;

static gpointer scan_thread(gpointer data) {
  Scanner *scanner = data;
  g_usleep(3 * G_USEC_PER_SEC);
  g_mutex_lock(&scanner->lock);
  scanner->finished = TRUE;
  g_cond_signal(&scanner->done);
  g_mutex_unlock(&scanner->lock);
  return NULL;
}

static void scanner_wait(Scanner *scanner) {
  g_mutex_lock(&scanner->lock);
  while (!scanner->finished)
    g_cond_wait(&scanner->done, &scanner->lock); /* EXPECT: blocking-call-on-main */
  g_mutex_unlock(&scanner->lock);
}

static void on_scan(GtkButton *button, gpointer data) {
  g_thread_unref(g_thread_new("scan", scan_thread, data));
  scanner_wait(data);
  gtk_button_set_label(button, "Scan again");
}

int main(int argc, char **argv) {
  Scanner scanner = {.finished = FALSE};
  g_mutex_init(&scanner.lock);
  g_cond_init(&scanner.done);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Scan");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_scan), &scanner);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
