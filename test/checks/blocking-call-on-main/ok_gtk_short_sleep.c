// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Waits bounded by a constant below 50 ms, and tries that do not wait at all.
#include <gtk/gtk.h>
#include <unistd.h>

static GAsyncQueue *queue;
static GMutex lock;

static gboolean drain(gpointer label) {
  char *text;
  g_usleep(1000);
  usleep(10000);
  while ((text = g_async_queue_try_pop(queue))) {
    gtk_label_set_text(label, text);
    g_free(text);
  }
  if (g_mutex_trylock(&lock))
    g_mutex_unlock(&lock);
  text = g_async_queue_timeout_pop(queue, 5000);
  g_free(text);
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  queue = g_async_queue_new();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_timeout_add(100, drain, label);
  gtk_main();
  return 0;
}
