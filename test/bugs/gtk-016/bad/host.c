// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-016, DeaDBeeF: the global-hotkey thread of one plugin runs an action of another plugin through the host's action table;
// the action creates a dialog. Reduced: host with its thread_start, hotkeys plugin, shell command plugin.
// CHAIN: hotkeys_event_loop -> run_command -> shellexecui_action_callback -> create_conf_dialog
#include "host.h"
#include <gtk/gtk.h>
#include <pthread.h>
#include <stdlib.h>

struct thread_args {
  void (*fn)(void *);
  void *context;
};

static void *thread_trampoline(void *arg) {
  struct thread_args args = *(struct thread_args *)arg;
  free(arg);
  args.fn(args.context);
  return NULL;
}

static long host_thread_start(void (*fn)(void *), void *context) {
  pthread_t id;
  struct thread_args *args = malloc(sizeof *args);
  args->fn = fn;
  args->context = context;
  if (pthread_create(&id, NULL, thread_trampoline, args) != 0)
    return 0;
  return (long)id;
}

static Plugin *loaded[3];
static Plugin **host_plugins(void) { return loaded; }

static Host host = {
    .thread_start = host_thread_start,
    .plugins = host_plugins,
};

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  loaded[0] = shellexecui_load(&host);
  loaded[1] = hotkeys_load(&host);
  for (int i = 0; loaded[i]; i++)
    if (loaded[i]->start)
      loaded[i]->start();
  gtk_main();
  return 0;
}
