// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Written as .clang-format wants it, whatever the file looks like.
#include <gtk/gtk.h>

static GtkWidget *window;

typedef struct
{
  int width;
  int height;
} TellIdle;

static gboolean
tell_idle (gpointer user_data)
{
  TellIdle *idle_data = user_data;

  gtk_window_set_default_size (GTK_WINDOW (window),
                               idle_data->width,
                               idle_data->height);

  return G_SOURCE_REMOVE;
}

static gboolean
tell_idle2 (gpointer user_data)
{
  char *title = user_data;

  gtk_window_set_title (GTK_WINDOW (window), title);

  return G_SOURCE_REMOVE;
}

static gpointer tell(gpointer data) {
  const char *title = data;
  int width = 320, height = 200;
  if (title[0]) {
    TellIdle *idle_data = g_new (TellIdle, 1);

    idle_data->width = width;
    idle_data->height = height;
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_idle,
                     idle_data, g_free);
  }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_idle2,
                   g_strdup (title), g_free);
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("tell", tell, "title")); }
