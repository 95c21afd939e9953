// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "imap.h"

static void (*event_loop_func)(void);

void set_event_loop_func(void (*func)(void)) { event_loop_func = func; }

void event_loop_iterate(void) {
  if (event_loop_func)
    event_loop_func();
}

static int imap_cmd_fetch(const char *folder, int number) { return folder[0] && number < 20; }

int folder_item_get_msg_list(const char *folder) {
  int n = 0;
  while (imap_cmd_fetch(folder, n)) {
    event_loop_iterate();
    n++;
  }
  return n;
}
