// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes with a length: an array is copied whole, a text to its end, of anything else nobody knows how much there is.
#include <gtk/gtk.h>
#include <string.h>

static GtkTextBuffer *buffer, *other;

static gpointer tail(gpointer data) {
  char block[256];
  const char *text = data, *start = text + 1;
  int n = g_snprintf(block, sizeof block, "%s", text);

  gtk_text_buffer_insert_at_cursor(buffer, block, n);
  g_usleep(10);
  gtk_text_buffer_insert_at_cursor(buffer, text, strlen(text));
  g_usleep(10);
  gtk_text_buffer_insert_at_cursor(other, start, n); // ADVICE: a text is passed with its length
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("tail", tail, NULL)); }
