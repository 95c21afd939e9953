// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document.h"

typedef struct {
  GObject parent_instance;
  GdkWindow *window;
  GdkPixmap *pixmap;
} PsDocument;
typedef struct {
  GObjectClass parent_class;
} PsDocumentClass;

static void ps_document_document_iface_init(EvDocumentIface *iface);
GType ps_document_get_type(void);
G_DEFINE_TYPE_WITH_CODE(PsDocument, ps_document, G_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ev_document_get_type(), ps_document_document_iface_init))

static GdkPixbuf *ps_document_render_pixbuf(EvDocument *document, int page) {
  PsDocument *self = (PsDocument *)document;
  (void)page;
  GdkColormap *colormap = gdk_drawable_get_colormap(self->window); /* EXPECT: gtk-off-main-thread */
  return gdk_pixbuf_get_from_drawable(NULL, self->pixmap, colormap, 0, 0, 0, 0, 600, 800); /* EXPECT: gtk-off-main-thread */
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
