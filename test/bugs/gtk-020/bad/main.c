// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-020, DeaDBeeF: the core loop runs in a worker and hands messages to every plugin's message function; the status notifier
// sets itself up in it and reaches the GTK plugin through that one's own function table. (The fixed version posts the set-up
// with g_idle_add.) Reduced: the loop and the two plugins.
// CHAIN: mainloop_thread -> player_mainloop -> sn_plugin_message -> sn_plugin_setup -> override_builtin_statusicon
#include "player.h"
#include <gtk/gtk.h>
#include <pthread.h>

static Misc *plugins[3];

GtkUi *player_find_gtkui(void) { return (GtkUi *)plugins[0]; }

static void player_mainloop(void) {
  for (int n = 0; plugins[n]; n++)
    if (plugins[n]->message)
      plugins[n]->message(EV_STARTED, 0, 0, 0);
}

static void *mainloop_thread(void *ctx) {
  (void)ctx;
  player_mainloop();
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t id;
  gtk_init(&argc, &argv);
  plugins[0] = &gtkui_plugin()->misc;
  plugins[1] = statusnotifier_plugin();
  plugins[0]->start();
  pthread_create(&id, NULL, mainloop_thread, NULL);
  gtk_main();
  pthread_join(id, NULL);
  return 0;
}
