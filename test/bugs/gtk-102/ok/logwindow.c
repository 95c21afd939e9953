// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "log.h"
#include <gtk/gtk.h>

static GtkWidget *text_view;
static GThread *main_thread;
static GAsyncQueue *log_queue;

static void log_window_append_real(const char *text) {
  GtkTextIter iter;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(text_view));
  gtk_text_buffer_get_end_iter(buffer, &iter);
  gtk_text_buffer_insert(buffer, &iter, text, -1);
}

static gboolean log_window_flush(gpointer data) {
  char *text;
  (void)data;
  while ((text = g_async_queue_try_pop(log_queue))) {
    log_window_append_real(text);
    g_free(text);
  }
  return TRUE;
}

static void log_window_append(const char *text) {
  if (g_thread_self() != main_thread) {
    g_async_queue_push(log_queue, g_strdup(text));
    return;
  }
  log_window_append_real(text);
}

static void log_window_print_func(const char *text) { log_window_append(text); }
static void log_window_warning_func(const char *text) { log_window_append(text); }

void log_window_init(void) {
  main_thread = g_thread_self();
  log_queue = g_async_queue_new();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  text_view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(window), text_view);
  gtk_widget_show_all(window);
  set_log_ui_func(log_window_print_func, log_window_warning_func);
  g_timeout_add(100, log_window_flush, NULL);
}
