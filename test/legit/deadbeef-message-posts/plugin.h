// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PLUGIN_H
#define PLUGIN_H
#include <stdint.h>

enum { EV_SONGSTARTED, EV_PAUSED, EV_PLAYLISTCHANGED };

typedef struct {
  int (*message)(uint32_t id, uintptr_t ctx);
} Plugin;

Plugin *gtkui_plugin(void);
void core_start(Plugin *plugin);

#endif
