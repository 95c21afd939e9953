// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "host.h"
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static Host *host;

static void run_command(const char *name) {
  Plugin **plugins = host->plugins();
  for (int i = 0; plugins[i]; i++) {
    if (!plugins[i]->get_actions)
      continue;
    for (Action *action = plugins[i]->get_actions(); action; action = action->next)
      if (strcmp(action->name, name) == 0)
        action->callback(action, NULL);
  }
}

static void hotkeys_event_loop(void *context) {
  (void)context;
  for (;;) {
    usleep(200 * 1000);
    run_command("edit_shell_commands");
  }
}

static int hotkeys_start(void) { return host->thread_start(hotkeys_event_loop, NULL) ? 0 : -1; }

static Plugin plugin = {
    .id = "hotkeys",
    .start = hotkeys_start,
};

Plugin *hotkeys_load(Host *api) {
  host = api;
  return &plugin;
}
