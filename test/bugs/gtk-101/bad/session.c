// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See rpop3.c.
#include "session.h"

static gboolean session_read_msg_cb(GIOChannel *source, GIOCondition condition, gpointer data) {
  Session *session = data;
  gchar *line = NULL;
  (void)condition;
  g_io_channel_read_line(source, &line, NULL, NULL, NULL);
  int ret = session->recv_msg(session, line);
  g_free(line);
  return ret > 0;
}

void session_connect(Session *session) {
  g_io_add_watch(g_io_channel_unix_new(3), G_IO_IN, session_read_msg_cb, session);
}
