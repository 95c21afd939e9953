// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "notifier.h"

typedef struct {
  GObject parent_instance;
  GtkLabel *label;
} StatusNotifier;
typedef struct {
  GObjectClass parent_class;
} StatusNotifierClass;

static void status_notifier_iface_init(AppNotifierInterface *iface);
GType status_notifier_get_type(void);
G_DEFINE_TYPE_WITH_CODE(StatusNotifier, status_notifier, G_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(APP_TYPE_NOTIFIER, status_notifier_iface_init))

static void status_notifier_query_complete(AppNotifier *notifier, int hits) {
  StatusNotifier *self = (StatusNotifier *)notifier;
  char text[64];
  g_snprintf(text, sizeof text, "%d hits", hits);
  gtk_label_set_text(self->label, text); /* EXPECT: gtk-off-main-thread */
}

static void status_notifier_iface_init(AppNotifierInterface *iface) {
  iface->query_complete = status_notifier_query_complete;
}
static void status_notifier_class_init(StatusNotifierClass *klass) { (void)klass; }
static void status_notifier_init(StatusNotifier *self) { (void)self; }

AppNotifier *status_notifier_new(GtkLabel *label) {
  StatusNotifier *self = g_object_new(status_notifier_get_type(), NULL);
  self->label = label;
  return APP_NOTIFIER(self);
}
