// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sylpheed: the GDK lock is replaced by a recursive mutex, so nested enters are legal; workers and callbacks take it where they need
// it. (That the lock is deprecated is another rule's affair.)
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

static GRecMutex recursive;

static void thread_enter_func(void) { g_rec_mutex_lock(&recursive); }
static void thread_leave_func(void) { g_rec_mutex_unlock(&recursive); }

static GtkWidget *label;

static void show(const char *text) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  gdk_threads_leave();
}

static gboolean on_timeout(gpointer data) {
  (void)data;
  gdk_threads_enter();
  show("timeout");
  gdk_threads_leave();
  return FALSE;
}

static gpointer worker(gpointer data) {
  (void)data;
  gdk_threads_enter();
  show("worker");
  gtk_widget_queue_draw(label);
  gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_set_lock_functions(thread_enter_func, thread_leave_func);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_timeout_add(100, on_timeout, NULL);
  g_thread_create(worker, NULL, FALSE, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
