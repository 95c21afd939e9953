// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes with a length: an array is copied whole, a text to its end, of anything else nobody knows how much there is.
#include <gtk/gtk.h>
#include <string.h>

static GtkTextBuffer *buffer, *other;

typedef struct {
  char block[256];
  int n;
} TailIdle;

static gboolean tail_idle(gpointer user_data) {
  TailIdle *idle_data = user_data;

  gtk_text_buffer_insert_at_cursor(buffer, idle_data->block, idle_data->n);

  return G_SOURCE_REMOVE;
}

typedef struct {
  char *text;
  gint len;
} TailIdle2;

static void tail_idle2_free(gpointer user_data) {
  TailIdle2 *idle_data = user_data;

  g_free(idle_data->text);
  g_free(idle_data);
}

static gboolean tail_idle2(gpointer user_data) {
  TailIdle2 *idle_data = user_data;

  gtk_text_buffer_insert_at_cursor(buffer, idle_data->text, idle_data->len);

  return G_SOURCE_REMOVE;
}

static gpointer tail(gpointer data) {
  char block[256];
  const char *text = data, *start = text + 1;
  int n = g_snprintf(block, sizeof block, "%s", text);

  {
    TailIdle *idle_data = g_new(TailIdle, 1);

    memcpy(idle_data->block, block, sizeof(idle_data->block));
    idle_data->n = n;
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, tail_idle, idle_data, g_free);
  }
  g_usleep(10);
  {
    TailIdle2 *idle_data = g_new(TailIdle2, 1);

    idle_data->text = g_strdup(text);
    idle_data->len = strlen(text);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, tail_idle2, idle_data, tail_idle2_free);
  }
  g_usleep(10);
  gtk_text_buffer_insert_at_cursor(other, start, n); // ADVICE: a text is passed with its length
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("tail", tail, NULL)); }
