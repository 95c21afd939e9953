// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See model.c.
#include "thumbnail.h"

static GQueue ready = G_QUEUE_INIT;
static GQueue waiting = G_QUEUE_INIT;
static guint ready_idle;

static gboolean on_ready_idle(gpointer data) {
  Request *request;
  (void)data;
  while ((request = g_queue_pop_head(&ready)))
    request->callback(request, request->data);
  ready_idle = 0;
  return FALSE;
}

static gpointer load_thread(gpointer data) {
  Request *request = g_queue_pop_head(&waiting);
  request->pixbuf = gdk_pixbuf_new_from_file("thumbnail.png", NULL);
  g_queue_push_tail(&ready, request);
  if (!ready_idle)
    ready_idle = g_idle_add_full(G_PRIORITY_LOW, on_ready_idle, NULL, NULL);
  return data;
}

void thumbnail_load(ReadyCallback callback, gpointer data) {
  Request *request = g_slice_new0(Request);
  request->callback = callback;
  request->data = data;
  g_queue_push_tail(&waiting, request);
  g_thread_create(load_thread, NULL, FALSE, NULL);
}
