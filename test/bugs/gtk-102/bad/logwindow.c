// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "log.h"
#include <gtk/gtk.h>

static GtkWidget *text_view;

static void log_window_append(const char *text) {
  GtkTextIter iter;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(text_view)); /* EXPECT: gtk-off-main-thread */
  gtk_text_buffer_get_end_iter(buffer, &iter); /* EXPECT: gtk-off-main-thread */
  gtk_text_buffer_insert(buffer, &iter, text, -1); /* EXPECT: gtk-off-main-thread */
}

static void log_window_print_func(const char *text) { log_window_append(text); }
static void log_window_warning_func(const char *text) { log_window_append(text); }

void log_window_init(void) {
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  text_view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(window), text_view);
  gtk_widget_show_all(window);
  set_log_ui_func(log_window_print_func, log_window_warning_func);
}
