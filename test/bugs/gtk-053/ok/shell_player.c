// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-053, Rhythmbox, fixed: the error is copied and handled in an idle callback, of which there is at most one.
#include "dialogs.h"

typedef struct {
  GtkWindow *window;
  char *location;
  GMutex error_idle_mutex;
  guint error_idle_id;
} Player;

typedef struct {
  Player *player;
  GError *error;
} ErrorIdle;

static void player_error(Player *player, const GError *error) {
  error_dialog(player->window, "Couldn't start playback", error->message);
}

static void free_error_idle(gpointer data) {
  ErrorIdle *idle = data;
  g_error_free(idle->error);
  g_free(idle);
}

static gboolean error_idle_cb(gpointer data) {
  ErrorIdle *idle = data;
  player_error(idle->player, idle->error);
  g_mutex_lock(&idle->player->error_idle_mutex);
  idle->player->error_idle_id = 0;
  g_mutex_unlock(&idle->player->error_idle_mutex);
  return FALSE;
}

static void player_error_idle(Player *player, const GError *error) {
  ErrorIdle *idle = g_new0(ErrorIdle, 1);
  idle->player = player;
  idle->error = g_error_copy(error);
  g_mutex_lock(&player->error_idle_mutex);
  if (player->error_idle_id)
    g_source_remove(player->error_idle_id);
  player->error_idle_id = g_idle_add_full(G_PRIORITY_DEFAULT, error_idle_cb, idle, free_error_idle);
  g_mutex_unlock(&player->error_idle_mutex);
}

static gboolean player_open_playlist_url(Player *player, const char *url) {
  GError *error = NULL;
  GFile *file = g_file_new_for_uri(url);
  GFileInputStream *stream = g_file_read(file, NULL, &error);
  g_object_unref(file);
  if (!stream) {
    player_error_idle(player, error);
    g_error_free(error);
    return FALSE;
  }
  g_object_unref(stream);
  return TRUE;
}

static gpointer open_location_thread(gpointer data) {
  Player *player = data;
  while (!player_open_playlist_url(player, player->location))
    g_usleep(G_USEC_PER_SEC);
  return NULL;
}

int main(int argc, char **argv) {
  Player player = {0};
  gtk_init(&argc, &argv);
  player.window = GTK_WINDOW(gtk_window_new(GTK_WINDOW_TOPLEVEL));
  player.location = g_strdup("http://radio.example.org/a.pls");
  gtk_widget_show(GTK_WIDGET(player.window));
  g_thread_unref(g_thread_new("open-location", open_location_thread, &player));
  gtk_main();
  return 0;
}
