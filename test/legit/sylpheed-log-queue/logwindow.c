// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sylpheed: the log window's sink compares g_thread_self() with a static main thread; off main it queues the line, which main flushes
// before it appends its own and in a timeout.
#include "log.h"
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *text;
  GThread *main_thread;
  GAsyncQueue *aqueue;
} LogWindow;

static LogWindow window;

static void append_real(const char *str) {
  GtkTextIter iter;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(window.text));
  gtk_text_buffer_get_end_iter(buffer, &iter);
  gtk_text_buffer_insert(buffer, &iter, str, -1);
}

static void log_window_flush(void) {
  char *str;
  while ((str = g_async_queue_try_pop(window.aqueue))) {
    append_real(str);
    g_free(str);
  }
}

static void log_window_append(const char *str) {
  if (g_thread_self() != window.main_thread) {
    g_async_queue_push(window.aqueue, g_strdup(str));
    return;
  }
  log_window_flush();
  append_real(str);
}

static gboolean flush_timeout(gpointer data) {
  (void)data;
  log_window_flush();
  return TRUE;
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gtk_init(&argc, &argv);
  window.main_thread = g_thread_self();
  window.aqueue = g_async_queue_new();
  window.text = gtk_text_view_new();
  set_log_func(log_window_append);
  log_print("start\n");
  g_timeout_add(500, flush_timeout, NULL);
  imap_start();
  gtk_main();
  return 0;
}
