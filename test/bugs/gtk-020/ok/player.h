// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PLAYER_H
#define PLAYER_H
#include <stdint.h>

enum { EV_STARTED, EV_CONFIG_CHANGED };

typedef struct Misc {
  int (*start)(void);
  int (*message)(uint32_t id, uintptr_t ctx, uint32_t p1, uint32_t p2);
} Misc;

typedef struct GtkUi {
  Misc misc;
  void (*override_builtin_statusicon)(int override);
} GtkUi;

GtkUi *gtkui_plugin(void);
Misc *statusnotifier_plugin(void);
GtkUi *player_find_gtkui(void);

#endif
