// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document.h"

GType ev_document_get_type(void) {
  static GType type;
  if (!type) {
    const GTypeInfo info = {sizeof(EvDocumentIface), NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, NULL};
    type = g_type_register_static(G_TYPE_INTERFACE, "EvDocument", &info, 0);
  }
  return type;
}

GdkPixbuf *ev_document_render_pixbuf(EvDocument *document, int page) {
  EvDocumentIface *iface = G_TYPE_INSTANCE_GET_INTERFACE(document, ev_document_get_type(), EvDocumentIface);
  return iface->render_pixbuf(document, page);
}

static GAsyncQueue *render_queue;

static void ev_job_render_run(EvJobRender *job) { job->pixbuf = ev_document_render_pixbuf(job->document, job->page); }

static gpointer ev_render_thread(gpointer data) {
  (void)data;
  for (;;)
    ev_job_render_run(g_async_queue_pop(render_queue));
  return NULL;
}

void ev_job_queue_add(EvJobRender *job) {
  if (!render_queue) {
    render_queue = g_async_queue_new();
    g_thread_create(ev_render_thread, NULL, FALSE, NULL);
  }
  g_async_queue_push(render_queue, job);
}
