// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "run.h"

typedef struct {
  GSourceFunc func;
  gpointer data;
  gboolean done, result;
} MainCall;

static GMutex lock;
static GCond cond;

static gboolean call_on_main(gpointer data) {
  MainCall *call = data;
  gboolean result = call->func(call->data);
  g_mutex_lock(&lock);
  call->result = result;
  call->done = TRUE;
  g_cond_broadcast(&cond);
  g_mutex_unlock(&lock);
  return FALSE;
}

gboolean run_in_default_main_context(GSourceFunc func, gpointer data) {
  if (g_main_context_is_owner(g_main_context_default()))
    return func(data);
  MainCall call = {func, data, FALSE, FALSE};
  g_main_context_invoke(NULL, call_on_main, &call);
  g_mutex_lock(&lock);
  while (!call.done)
    g_cond_wait(&cond, &lock);
  g_mutex_unlock(&lock);
  return call.result;
}
