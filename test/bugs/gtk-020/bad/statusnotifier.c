// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "player.h"
#include <stddef.h>

static int set_up;

static int sn_plugin_setup(void) {
  GtkUi *gtkui = player_find_gtkui();
  if (gtkui)
    gtkui->override_builtin_statusicon(1);
  set_up = 1;
  return 0;
}

static int sn_plugin_message(uint32_t id, uintptr_t ctx, uint32_t p1, uint32_t p2) {
  (void)ctx, (void)p1, (void)p2;
  if (id == EV_STARTED && !set_up)
    sn_plugin_setup();
  return 0;
}

static Misc plugin = {.message = sn_plugin_message};
Misc *statusnotifier_plugin(void) { return &plugin; }
