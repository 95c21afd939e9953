// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-117, fixed: the lock is taken around the emission and given up around the loop.
// CHECKS: gdk-lock
#include "medium.h"

struct Medium {
  GObject parent;
  guint probe_id;
};
typedef struct {
  GObjectClass parent;
} MediumClass;
G_DEFINE_TYPE(Medium, medium, G_TYPE_OBJECT)

static guint probed_signal;

static void medium_class_init(MediumClass *klass) {
  probed_signal = g_signal_new("probed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void medium_init(Medium *self) { self->probe_id = 0; }

static gboolean medium_probed(gpointer data) {
  Medium *self = data;
  self->probe_id = 0;
  GDK_THREADS_ENTER();
  g_signal_emit(self, probed_signal, 0);
  GDK_THREADS_LEAVE();
  return FALSE;
}

static gpointer probe_thread(gpointer data) {
  Medium *self = data;
  self->probe_id = g_idle_add(medium_probed, self);
  return NULL;
}

void medium_probe(Medium *self) { g_thread_create(probe_thread, self, FALSE, NULL); }

void medium_wait(void) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  GDK_THREADS_LEAVE();
  g_main_loop_run(loop);
  GDK_THREADS_ENTER();
  g_main_loop_unref(loop);
}
