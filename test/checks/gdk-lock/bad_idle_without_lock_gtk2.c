// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_idle_add() knows nothing of GDK: its callbacks run without the lock. Reported once, at the nearest of the calls.
// CHECKS: gdk-lock
// CHAIN: on_loaded
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text) {
  gtk_label_set_text(GTK_LABEL(label), text); /* EXPECT: gdk-lock */
  gtk_widget_show(label);
}

static gboolean on_loaded(gpointer data) {
  show(data);
  return FALSE;
}

static gpointer loader(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "loading");
  gdk_threads_leave();
  g_idle_add(on_loaded, data);
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_thread_create(loader, NULL, FALSE, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
