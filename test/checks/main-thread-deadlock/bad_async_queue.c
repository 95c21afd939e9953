// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CONFIDENCE: low
// CHECKS: main-thread-deadlock
// The reply is pushed by a timeout of the same main loop that pops it.
#include <gtk/gtk.h>

static GAsyncQueue *replies;

static gboolean poll_device(gpointer data) {
  g_async_queue_push(replies, data);
  return TRUE;
}

static void on_query(GtkButton *button, gpointer data) {
  gpointer reply = g_async_queue_pop(replies); // EXPECT(low): main-thread-deadlock
  g_object_set_data(G_OBJECT(button), "reply", reply);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  replies = g_async_queue_new();
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_query), NULL);
  g_timeout_add(100, poll_device, button);
  gtk_main();
  return 0;
}
