// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checksums.h"
#include "log.h"

static GThreadPool *pool;

static char *checksum_of(const char *path, GError **error) {
  char *contents;
  gsize length;
  if (!g_file_get_contents(path, &contents, &length, error))
    return NULL;
  char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)contents, length);
  g_free(contents);
  return sum;
}

// On a thread of the pool: what it logs is delivered there too.
static void work(gpointer item, gpointer data) {
  (void)data;
  char *path = item;
  char *sum = checksum_of(path, NULL);
  log_message("%s  %s", sum ? sum : "(unreadable)", path);
  g_free(sum);
  g_free(path);
}

void checksums_init(void) { pool = g_thread_pool_new(work, NULL, 2, FALSE, NULL); }

void checksums_queue(const char *path) { g_thread_pool_push(pool, g_strdup(path), NULL); }

static void task_work(GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable) {
  (void)task_data, (void)cancellable;
  GError *error = NULL;
  char *path = g_file_get_path(source);
  char *sum = checksum_of(path, &error);
  g_free(path);
  if (sum)
    g_task_return_pointer(task, sum, g_free);
  else
    g_task_return_error(task, error);
}

void checksum_file_async(GFile *file, GAsyncReadyCallback callback, gpointer data) {
  GTask *task = g_task_new(file, NULL, callback, data);
  g_task_run_in_thread(task, task_work);
  g_object_unref(task);
}

char *checksum_file_finish(GAsyncResult *result, GError **error) {
  return g_task_propagate_pointer(G_TASK(result), error);
}
