// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "player.h"
#include <glib.h>
#include <stddef.h>

static int set_up;

static gboolean sn_plugin_setup(gpointer data) {
  (void)data;
  GtkUi *gtkui = player_find_gtkui();
  if (gtkui)
    gtkui->override_builtin_statusicon(1);
  set_up = 1;
  return FALSE;
}

static int sn_plugin_message(uint32_t id, uintptr_t ctx, uint32_t p1, uint32_t p2) {
  (void)ctx, (void)p1, (void)p2;
  if (id == EV_STARTED && !set_up)
    g_idle_add(sn_plugin_setup, NULL);
  return 0;
}

static Misc plugin = {.message = sn_plugin_message};
Misc *statusnotifier_plugin(void) { return &plugin; }
