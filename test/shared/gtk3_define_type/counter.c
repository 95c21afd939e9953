// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include "counter.h"
#include <gtk/gtk.h>
struct _OwnCounter { GObject parent; GtkWidget *label; };
enum { CHANGED, SIGNALS };
static guint signals[SIGNALS];
G_DEFINE_TYPE(OwnCounter, own_counter, G_TYPE_OBJECT)
static void own_counter_init(OwnCounter *self) { self->label = gtk_label_new("0"); }
static void own_counter_class_init(OwnCounterClass *klass) {
  signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
