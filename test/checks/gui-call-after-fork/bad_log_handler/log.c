// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages go to a window of the program's own, also those of a child that looks a name up.
#include "log.h"

static GtkTextView *view;

static void log_append(const char *text) {
  GtkTextIter end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer(view); // EXPECT: gui-call-after-fork
  // CHAIN: on_connect -> resolve -> on_message -> log_append
  gtk_text_buffer_get_end_iter(buffer, &end);
  gtk_text_buffer_insert(buffer, &end, text, -1);
}

static void on_message(const gchar *domain, GLogLevelFlags level, const gchar *text, gpointer data) { log_append(text); }

void log_init(void) {
  view = GTK_TEXT_VIEW(gtk_text_view_new());
  g_log_set_default_handler(on_message, NULL);
}
