// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// A token is put back before it is taken: nobody waits.
#include <gtk/gtk.h>

static GAsyncQueue *tokens;

static void give_back(gpointer token) { g_async_queue_push(tokens, token); }

static void on_clicked(GtkButton *button, gpointer data) {
  give_back(button);
  gpointer token = g_async_queue_pop(tokens);
  g_object_set_data(G_OBJECT(button), "token", token);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  tokens = g_async_queue_new();
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
