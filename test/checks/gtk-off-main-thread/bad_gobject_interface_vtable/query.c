// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "notifier.h"

static void query_thread(gpointer job, gpointer data) {
  app_notifier_query_complete(APP_NOTIFIER(data), GPOINTER_TO_INT(job));
}

void query_start(AppNotifier *notifier) {
  GThreadPool *pool = g_thread_pool_new(query_thread, notifier, 2, FALSE, NULL);
  g_thread_pool_push(pool, GINT_TO_POINTER(7), NULL);
}
