// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CORE_H
#define CORE_H
#include <stdint.h>

enum { EV_TERMINATE, EV_PLUGINS_CHANGED };

typedef struct Plugin {
  int (*start)(void);
  int (*message)(uint32_t id, uintptr_t ctx, uint32_t p1, uint32_t p2);
} Plugin;

void core_thread_start(void (*fn)(void *), void *ctx);
int core_sendmessage(uint32_t id);
Plugin *gtkui_load(void);

#endif
