// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "actions.h"

static void verify_activated(GSimpleAction *action, GVariant *parameter, gpointer data) {
  (void)action;
  (void)parameter;
  (void)data;
  account_verify();
}

static const GActionEntry entries[] = {
    {.name = "verify", .activate = verify_activated},
};

void actions_install(GtkApplication *app) {
  g_action_map_add_action_entries(G_ACTION_MAP(app), entries, G_N_ELEMENTS(entries), app);
}
