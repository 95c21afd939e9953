// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// main starts the core in a thread and keeps the GUI for itself: the core waits on its own condition, not on a loop.
#include <gtk/gtk.h>

static GMutex lock;
static GCond changed;
static gboolean quit;

static gpointer core_thread(gpointer data) {
  (void)data;
  g_mutex_lock(&lock);
  while (!quit)
    g_cond_wait(&changed, &lock);
  g_mutex_unlock(&lock);
  return NULL;
}

int main(int argc, char **argv) {
  GThread *core = g_thread_new("core", core_thread, NULL);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
  gtk_widget_show(window);
  gtk_main();
  g_mutex_lock(&lock);
  quit = TRUE;
  g_cond_signal(&changed);
  g_mutex_unlock(&lock);
  g_thread_join(core);
  return 0;
}
