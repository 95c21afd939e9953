/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef STATUS_H
#define STATUS_H
#include <gtk/gtk.h>

typedef struct {
  GtkStatusbar *bar;
  guint context;
} Status;

typedef struct {
  GtkStatusbar *bar;
  guint context;
  char *text;
} StatusSayIdle;

static void status_say_idle_free(gpointer user_data) {
  StatusSayIdle *data = user_data;

  g_object_unref(data->bar);
  g_free(data->text);
  g_free(data);
}

static gboolean status_say_idle(gpointer user_data) {
  StatusSayIdle *data = user_data;

  gtk_statusbar_pop(data->bar, data->context);
  gtk_statusbar_push(data->bar, data->context, data->text);

  return G_SOURCE_REMOVE;
}

/* Replaces what the bar says. */
static inline void status_say(Status *status, const char *text) {
  StatusSayIdle *data = g_new(StatusSayIdle, 1);

  data->bar = g_object_ref(status->bar);
  data->context = status->context;
  data->text = g_strdup(text);
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, status_say_idle, data, status_say_idle_free);
}
#endif
