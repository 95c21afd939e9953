// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The log sink compares g_thread_self() with a static GThread that main stored at start: GTK only behind the equal branch,
// a queue behind the other.
#include <gtk/gtk.h>

static GThread *main_thread;
static GAsyncQueue *pending;
static GtkTextBuffer *log_buffer;

static void append_to_view(const char *line) { gtk_text_buffer_insert_at_cursor(log_buffer, line, -1); }

static void log_line(const char *line) {
  if (g_thread_self() != main_thread) {
    g_async_queue_push(pending, g_strdup(line));
  } else {
    append_to_view(line);
  }
}

static gboolean flush_pending(gpointer data) {
  char *line;
  (void)data;
  while ((line = g_async_queue_try_pop(pending))) {
    append_to_view(line);
    g_free(line);
  }
  return G_SOURCE_CONTINUE;
}

static gpointer fetch_thread(gpointer data) {
  (void)data;
  log_line("connecting\n");
  log_line("fetched\n");
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  main_thread = g_thread_self();
  pending = g_async_queue_new();
  log_buffer = gtk_text_buffer_new(NULL);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), gtk_text_view_new_with_buffer(log_buffer));
  gtk_widget_show_all(window);
  log_line("ready\n");
  g_timeout_add(200, flush_pending, NULL);
  g_thread_unref(g_thread_new("fetch", fetch_thread, NULL));
  gtk_main();
  return 0;
}
