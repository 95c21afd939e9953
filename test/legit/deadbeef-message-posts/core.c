// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "plugin.h"
#include <pthread.h>
#include <stddef.h>

static Plugin *gui;

static void *core_loop(void *arg) {
  (void)arg;
  gui->message(EV_SONGSTARTED, 3);
  gui->message(EV_PAUSED, 1);
  gui->message(EV_PLAYLISTCHANGED, 0);
  return NULL;
}

void core_start(Plugin *plugin) {
  pthread_t id;
  gui = plugin;
  pthread_create(&id, NULL, core_loop, NULL);
  pthread_detach(id);
}
