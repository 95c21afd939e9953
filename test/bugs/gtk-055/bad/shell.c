// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-055, Rhythmbox: one function handles bus messages both as a bus watch (on main) and for messages a worker pops from the bus
// itself while it prerolls a stream; it emits signals that the shell shows. (The fixed player collects the popped messages for an
// idle callback.) Reduced: player and shell.
// CHAIN: preroll_thread -> preroll_stream -> xfade_bus_cb -> on_redirect
#include "xfade.h"

static void on_redirect(XfadePlayer *player, GtkLabel *label) {
  (void)player;
  gtk_label_set_text(label, "redirected"); /* EXPECT: gtk-off-main-thread */
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  XfadePlayer *player = xfade_player_new();
  g_signal_connect(player, "redirect", G_CALLBACK(on_redirect), label);
  xfade_player_open(player, "http://radio.example.org/stream");
  gtk_main();
  return 0;
}
