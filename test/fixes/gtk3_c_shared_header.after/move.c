// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "status.h"

static gpointer move_thread(gpointer data) {
  status_say(data, "move is done");
  return NULL;
}

void start_move(Status *status) { g_thread_unref(g_thread_new("move", move_thread, status)); }
