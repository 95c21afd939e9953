// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See source.c.
#include "connection.h"

struct Connection {
  GObject parent;
  float progress;
  char *password;
  guint idle;
};
typedef struct {
  GObjectClass parent;
} ConnectionClass;
G_DEFINE_TYPE(Connection, connection, G_TYPE_OBJECT)

enum { AUTHENTICATE, CONNECTING, LAST };
static guint signals[LAST];

static void connection_class_init(ConnectionClass *klass) {
  signals[AUTHENTICATE] = g_signal_new("authenticate", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
  signals[CONNECTING] = g_signal_new("connecting", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     g_cclosure_marshal_VOID__FLOAT, G_TYPE_NONE, 1, G_TYPE_FLOAT);
}

static void connection_init(Connection *self) { self->progress = 0; }

static gboolean emit_progress_idle(gpointer data) {
  Connection *connection = data;
  GDK_THREADS_ENTER();
  g_signal_emit(connection, signals[CONNECTING], 0, connection->progress);
  connection->idle = 0;
  GDK_THREADS_LEAVE();
  return FALSE;
}

void connection_start(Connection *connection) { connection->idle = g_idle_add(emit_progress_idle, connection); }
