// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document.h"

typedef struct {
  GObject parent_instance;
  GdkWindow *window;
  GdkPixmap *pixmap;
  GdkPixbuf *result;
  GMutex lock;
  GCond rendered;
  gboolean done;
} PsDocument;
typedef struct {
  GObjectClass parent_class;
} PsDocumentClass;

static void ps_document_document_iface_init(EvDocumentIface *iface);
GType ps_document_get_type(void);
G_DEFINE_TYPE_WITH_CODE(PsDocument, ps_document, G_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ev_document_get_type(), ps_document_document_iface_init))

static gboolean render_pixbuf_idle(gpointer data) {
  PsDocument *self = data;
  GdkColormap *colormap = gdk_drawable_get_colormap(self->window);
  self->result = gdk_pixbuf_get_from_drawable(NULL, self->pixmap, colormap, 0, 0, 0, 0, 600, 800);
  g_mutex_lock(&self->lock);
  self->done = TRUE;
  g_cond_signal(&self->rendered);
  g_mutex_unlock(&self->lock);
  return FALSE;
}

static GdkPixbuf *ps_document_render_pixbuf(EvDocument *document, int page) {
  PsDocument *self = (PsDocument *)document;
  (void)page;
  g_mutex_lock(&self->lock);
  self->done = FALSE;
  g_idle_add(render_pixbuf_idle, self);
  while (!self->done)
    g_cond_wait(&self->rendered, &self->lock);
  g_mutex_unlock(&self->lock);
  return self->result;
}

static void ps_document_document_iface_init(EvDocumentIface *iface) {
  iface->render_pixbuf = ps_document_render_pixbuf;
}
static void ps_document_class_init(PsDocumentClass *klass) { (void)klass; }
static void ps_document_init(PsDocument *self) { (void)self; }

EvDocument *ps_document_new(GdkWindow *window) {
  PsDocument *self = g_object_new(ps_document_get_type(), NULL);
  self->window = window;
  self->pixmap = gdk_pixmap_new(window, 600, 800, -1);
  return (EvDocument *)self;
}
