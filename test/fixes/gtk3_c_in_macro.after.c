// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that a macro writes stay; what it gets as an argument is text like any other.
#include <gtk/gtk.h>

#define SAY(text) gtk_label_set_text(GTK_LABEL(label), text)
#define LIMIT limit
#define MOVE(x) gtk_widget_set_margin_top(bar, (x) + extra)
#define MAYBE(x) do { x; } while (0)

static GtkWidget *label, *bar;

static gboolean say_idle(gpointer user_data) {
  gchar *data = user_data;

  SAY(data);

  return G_SOURCE_REMOVE;
}

typedef struct {
  int limit;
  gint margin;
} SayIdle2;

static gboolean say_idle2(gpointer user_data) {
  SayIdle2 *idle_data = user_data;

  gtk_widget_set_margin_start(bar, idle_data->limit);
  gtk_widget_set_margin_end(bar, idle_data->margin);

  return G_SOURCE_REMOVE;
}

static gpointer say(gpointer data) {
  int limit = 3, extra = 2;

  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, say_idle, g_strdup(data), g_free);
  g_usleep(limit);
  MOVE(limit); // ADVICE: written by a macro
  MAYBE(gtk_widget_hide(bar)); // ADVICE: written by a macro
  {
    SayIdle2 *idle_data = g_new(SayIdle2, 1);

    idle_data->limit = LIMIT;
    idle_data->margin = MAX(limit, 2);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, say_idle2, idle_data, g_free);
  }
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("say", say, NULL)); }
