// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// On main the caller has the lock; off main it is taken.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static GThread *main_thread;

static void ui_lock(void) {
  if (g_thread_self() != main_thread)
    gdk_threads_enter();
}
static void ui_unlock(void) {
  if (g_thread_self() != main_thread)
    gdk_threads_leave();
}

static void show(const char *text) {
  ui_lock();
  gtk_label_set_text(GTK_LABEL(label), text);
  ui_unlock();
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  show("clicked");
}

static gpointer worker(gpointer data) {
  show(data);
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  main_thread = g_thread_self();
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  g_thread_unref(g_thread_new("worker", worker, NULL));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
