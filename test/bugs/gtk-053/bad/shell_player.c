// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-053, Rhythmbox: the thread that opens a playlist location handles playback errors itself, down to the error dialog. Reduced:
// player and dialog helper, without the GDK lock that the original still took around its calls of the error function.
// CHAIN: open_location_thread -> player_open_playlist_url -> player_error -> error_dialog
#include "dialogs.h"

typedef struct {
  GtkWindow *window;
  char *location;
} Player;

static void player_error(Player *player, const GError *error) {
  error_dialog(player->window, "Couldn't start playback", error->message);
}

static gboolean player_open_playlist_url(Player *player, const char *url) {
  GError *error = NULL;
  GFile *file = g_file_new_for_uri(url);
  GFileInputStream *stream = g_file_read(file, NULL, &error);
  g_object_unref(file);
  if (!stream) {
    player_error(player, error);
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
  Player player;
  gtk_init(&argc, &argv);
  player.window = GTK_WINDOW(gtk_window_new(GTK_WINDOW_TOPLEVEL));
  player.location = g_strdup("http://radio.example.org/a.pls");
  gtk_widget_show(GTK_WIDGET(player.window));
  g_thread_unref(g_thread_new("open-location", open_location_thread, &player));
  gtk_main();
  return 0;
}
