// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See sslmanager.c.
#include "ssl.h"

typedef struct {
  const char *host;
  int secure;
} Session;

static gboolean session_read_cb(GIOChannel *source, GIOCondition condition, gpointer data) {
  Session *session = data;
  (void)source;
  if (condition == G_IO_IN && !session->secure)
    session->secure = ssl_init_socket(session->host);
  return TRUE;
}

void session_start(const char *host) {
  static Session session;
  session.host = host;
  g_io_add_watch(g_io_channel_unix_new(3), G_IO_IN, session_read_cb, &session);
}
