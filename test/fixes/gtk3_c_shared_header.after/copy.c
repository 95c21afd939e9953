// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function of a header that two units read is edited once.
#include "status.h"

static gpointer copy_thread(gpointer data) {
  status_say(data, "copy is done");
  return NULL;
}

void start_copy(Status *status) { g_thread_unref(g_thread_new("copy", copy_thread, status)); }
