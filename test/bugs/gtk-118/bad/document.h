// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DOCUMENT_H
#define DOCUMENT_H
#include <gtk/gtk.h>

typedef struct _EvDocument EvDocument;
typedef struct {
  GTypeInterface base_iface;
  GdkPixbuf *(*render_pixbuf)(EvDocument *document, int page);
} EvDocumentIface;

GType ev_document_get_type(void);
GdkPixbuf *ev_document_render_pixbuf(EvDocument *document, int page);

typedef struct {
  EvDocument *document;
  int page;
  GdkPixbuf *pixbuf;
} EvJobRender;

void ev_job_queue_add(EvJobRender *job);
EvDocument *ps_document_new(GdkWindow *window);

#endif
