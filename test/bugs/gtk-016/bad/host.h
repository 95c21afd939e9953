// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef HOST_H
#define HOST_H

typedef struct Action Action;
struct Action {
  const char *name;
  int (*callback)(Action *action, void *context);
  Action *next;
};

typedef struct Plugin {
  const char *id;
  int (*start)(void);
  Action *(*get_actions)(void);
} Plugin;

typedef struct Host {
  long (*thread_start)(void (*fn)(void *context), void *context);
  Plugin **(*plugins)(void);
} Host;

Plugin *hotkeys_load(Host *host);
Plugin *shellexecui_load(Host *host);

#endif
