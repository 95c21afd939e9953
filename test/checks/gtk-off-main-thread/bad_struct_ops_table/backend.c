// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "front.h"

static const FrontOps *current;

static gpointer backend_thread(gpointer data) {
  (void)data;
  for (int i = 0; i < current->width(); i++)
    current->note("synchronising");
  return NULL;
}

void backend_start(const FrontOps *front) {
  current = front;
  g_thread_unref(g_thread_new("backend", backend_thread, NULL));
}
