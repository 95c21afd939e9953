// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "post.h"
#include <glib.h>

struct call {
  ui_fn fn;
  void *data;
};

static gboolean deliver(gpointer arg) {
  struct call *call = arg;
  call->fn(call->data);
  return G_SOURCE_REMOVE;
}

void run_on_ui(ui_fn fn, void *data) {
  struct call *call = g_new(struct call, 1);
  call->fn = fn;
  call->data = data;
  g_idle_add_full(G_PRIORITY_DEFAULT, deliver, call, g_free);
}
