// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lock is replaced by a recursive one: taking it twice is legal.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GRecMutex lock;
static GtkWidget *label;

static void enter(void) { g_rec_mutex_lock(&lock); }
static void leave(void) { g_rec_mutex_unlock(&lock); }

static void show(const char *text) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  gdk_threads_leave();
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  show("clicked");
}

static gboolean tick(gpointer data) {
  (void)data;
  gdk_threads_enter();
  show("tick");
  gdk_threads_leave();
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_set_lock_functions(enter, leave);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  g_timeout_add(100, tick, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
