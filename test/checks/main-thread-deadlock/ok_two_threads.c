// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// One thread waits for main, the other is joined.
#include <gtk/gtk.h>

static GMutex lock;
static GCond cond;
static gboolean asked;
static GThread *asker, *reader;

static gboolean ask(gpointer data) {
  g_mutex_lock(&lock);
  asked = TRUE;
  g_cond_signal(&cond);
  g_mutex_unlock(&lock);
  return FALSE;
}

static gpointer ask_main(gpointer data) {
  g_mutex_lock(&lock);
  g_idle_add(ask, NULL);
  while (!asked)
    g_cond_wait(&cond, &lock);
  g_mutex_unlock(&lock);
  return NULL;
}

static gpointer read_file(gpointer data) { return g_strdup(data); }

static void on_clicked(GtkButton *button, gpointer data) {
  g_free(g_thread_join(reader));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  asker = g_thread_new("asker", ask_main, NULL);
  reader = g_thread_new("reader", read_file, "motd");
  gtk_main();
  g_thread_join(reader);
  return 0;
}
