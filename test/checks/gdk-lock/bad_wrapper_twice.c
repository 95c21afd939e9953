// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own wrapper is a lock function; what is wrong is the call of it.
// CHECKS: gdk-lock
// CHAIN: worker
#include <gtk/gtk.h>

static GtkWidget *label;

static void ui_lock(void) { gdk_threads_enter(); }
static void ui_unlock(void) { gdk_threads_leave(); }

static void show(const char *text) {
  ui_lock(); /* EXPECT: gdk-lock */
  gtk_label_set_text(GTK_LABEL(label), text);
  ui_unlock();
}

static gpointer worker(gpointer data) {
  ui_lock();
  gtk_widget_show(label);
  show(data);
  ui_unlock();
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_thread_create(worker, NULL, FALSE, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
