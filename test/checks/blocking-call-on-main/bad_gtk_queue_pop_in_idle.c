// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_async_queue_pop waits for ever; a timed pop of half a second waits too long. In an idle callback both freeze the window.
// CHAIN: take_results
#include <gtk/gtk.h>

static GAsyncQueue *results;

static gpointer produce(gpointer data) {
  g_usleep(2 * G_USEC_PER_SEC);
  g_async_queue_push(results, g_strdup(data));
  return NULL;
}

static gboolean take_results(gpointer label) {
  char *first = g_async_queue_pop(results); /* EXPECT: blocking-call-on-main */
  char *second = g_async_queue_timeout_pop(results, 500000); /* EXPECT: blocking-call-on-main */
  gtk_label_set_text(label, second ? second : first);
  g_free(first);
  g_free(second);
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  results = g_async_queue_new();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("produce", produce, "result"));
  g_idle_add(take_results, label);
  gtk_main();
  return 0;
}
