// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See plugin.c.
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

static char *connection_get_password(Connection *connection) {
  g_signal_emit(connection, signals[AUTHENTICATE], 0);
  return connection->password;
}

static gboolean http_response_handler(GIOChannel *channel, GIOCondition condition, gpointer data) {
  (void)channel;
  return !(condition & G_IO_HUP) && connection_get_password(data);
}

void connection_start(Connection *connection) {
  g_io_add_watch(g_io_channel_unix_new(3), G_IO_IN | G_IO_HUP, http_response_handler, connection);
}
