// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-054, Rhythmbox: playbin emits "about-to-finish" on a streaming thread; the player emits its own "eos" signal in that handler,
// and the shell's handler of that one updates the window. (The fixed player posts the emission to main and waits for it in the
// streaming thread.) Reduced: player object and shell.
#include "player.h"
#include <gst/gst.h>

static void on_eos(RbPlayer *player, gboolean early, GtkWindow *window) {
  if (early)
    rb_player_play(player, "file:///next.ogg");
  gtk_window_set_title(window, "Next track");
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(window);
  RbPlayer *player = rb_player_new();
  g_signal_connect(player, "eos", G_CALLBACK(on_eos), window);
  rb_player_play(player, "file:///first.ogg");
  gtk_main();
  return 0;
}
