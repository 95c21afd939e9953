// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coverart.h"
#include <gdk-pixbuf/gdk-pixbuf.h>

typedef struct Query {
  char *path;
  CoverCallback callback;
  void *user_data;
  struct Query *next;
} Query;

static GMutex lock;
static GCond filled;
static Query *queue;
static GdkPixbuf *cached;

static void query_done(Query *query) {
  if (query->callback)
    query->callback(query->user_data);
  g_free(query->path);
  g_free(query);
}

static gpointer loading_thread(gpointer data) {
  (void)data;
  for (;;) {
    g_mutex_lock(&lock);
    while (!queue)
      g_cond_wait(&filled, &lock);
    Query *query = queue;
    queue = query->next;
    g_mutex_unlock(&lock);
    GdkPixbuf *pixbuf = gdk_pixbuf_new_from_file_at_size(query->path, 48, 48, NULL);
    g_clear_object(&cached);
    cached = pixbuf;
    query_done(query);
  }
  return NULL;
}

void coverart_load(const char *path, CoverCallback callback, void *user_data) {
  static GThread *thread;
  Query *query = g_new0(Query, 1);
  query->path = g_strdup(path);
  query->callback = callback;
  query->user_data = user_data;
  g_mutex_lock(&lock);
  query->next = queue;
  queue = query;
  if (!thread)
    thread = g_thread_new("coverart", loading_thread, NULL);
  g_cond_signal(&filled);
  g_mutex_unlock(&lock);
}
