// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that a thread calls with the lock: one gives it up for a while, one takes it once more. They go along with
// the region that calls them, and lose their calls.
#include <gtk/gtk.h>

static GRecMutex mutex;
static GtkWidget *label;

static void take(void) { g_rec_mutex_lock(&mutex); }
static void give(void) { g_rec_mutex_unlock(&mutex); }

static void show(const char *text) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  gdk_threads_leave();
}

static void refresh(void) {
  gtk_widget_queue_draw(label);
  gdk_threads_leave();
  g_message("drawn soon");
  gdk_threads_enter();
}

static gpointer work(gpointer data) {
  (void)data;
  gdk_threads_enter();
  show("one");
  refresh();
  show("two");
  gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_set_lock_functions(take, give);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_thread_unref(g_thread_new("work", work, NULL));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
