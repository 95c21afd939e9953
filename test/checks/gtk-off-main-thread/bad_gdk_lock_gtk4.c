// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 4 has no lock at all: a mutex of the program's own makes no worker legal.
// CHAIN: feed_thread
#include <gtk/gtk.h>

static GMutex ui_lock;
static GtkWidget *label;

static gpointer feed_thread(gpointer data) {
  (void)data;
  g_mutex_lock(&ui_lock);
  gtk_label_set_text(GTK_LABEL(label), "fed"); /* EXPECT: gtk-off-main-thread */
  g_mutex_unlock(&ui_lock);
  return NULL;
}

static void activate(GtkApplication *app, gpointer data) {
  (void)data;
  GtkWidget *window = gtk_application_window_new(app);
  label = gtk_label_new("waiting");
  gtk_window_set_child(GTK_WINDOW(window), label);
  gtk_window_present(GTK_WINDOW(window));
  g_thread_unref(g_thread_new("feed", feed_thread, NULL));
}

int main(int argc, char **argv) {
  GtkApplication *app = gtk_application_new("org.example.feed", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
  return g_application_run(G_APPLICATION(app), argc, argv);
}
