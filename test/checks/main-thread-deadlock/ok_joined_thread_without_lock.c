// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk2
// CHECKS: main-thread-deadlock
// Another thread takes the lock, not the one that is joined.
#include <gtk/gtk.h>

static GtkWidget *label;
static GThread *reader;

static gpointer show(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "more");
  gdk_threads_leave();
  return NULL;
}

static gpointer read_file(gpointer data) { return g_strdup(data); }

static void on_stop(GtkButton *button, gpointer data) { g_free(g_thread_join(reader)); }

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *stop = gtk_button_new();
  g_signal_connect(stop, "clicked", G_CALLBACK(on_stop), NULL);
  reader = g_thread_create(read_file, "motd", TRUE, NULL);
  g_thread_create(show, NULL, FALSE, NULL);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
