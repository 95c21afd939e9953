// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: main-thread-deadlock
// The joined thread posts to main but does not wait for it.
#include <gtk/gtk.h>

static GtkWidget *bar;

static gboolean show(gpointer data) {
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), GPOINTER_TO_INT(data) / 100.0);
  return FALSE;
}

static gpointer work(gpointer data) {
  for (int i = 0; i < 100; ++i)
    g_idle_add(show, GINT_TO_POINTER(i));
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) {
  GThread *thread = g_thread_new("work", work, NULL);
  g_thread_join(thread);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  bar = gtk_progress_bar_new();
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_main();
  return 0;
}
