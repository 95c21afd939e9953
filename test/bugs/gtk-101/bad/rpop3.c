// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-101, Sylpheed: the plug-in that lists a mailbox shows each step of its session from the session's watch, through a function
// pointer, without the GDK lock.
// CHECKS: gdk-lock
// CHAIN: session_read_msg_cb -> rpop3_session_recv_msg
#include "session.h"

static GtkWidget *status_label, *list;

static int rpop3_session_recv_msg(Session *session, const char *line) {
  switch (session->state) {
  case STATE_GREETING:
    gtk_label_set_text(GTK_LABEL(status_label), "Authenticating"); /* EXPECT: gdk-lock */
    return 0;
  case STATE_LIST:
    if (!line)
      return -1;
    gtk_container_add(GTK_CONTAINER(list), gtk_label_new(line));
    break;
  default:
    break;
  }
  return 1;
}

void rpop3_open(void) {
  static Session session;
  status_label = gtk_label_new("");
  list = gtk_vbox_new(FALSE, 0);
  session.recv_msg = rpop3_session_recv_msg;
  session_connect(&session);
}
