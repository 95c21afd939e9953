// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-101, fixed: the callback takes the lock, on all its ways out.
// CHECKS: gdk-lock
#include "session.h"

static GtkWidget *status_label, *list;

static int rpop3_session_recv_msg(Session *session, const char *line) {
  gdk_threads_enter();
  switch (session->state) {
  case STATE_GREETING:
    gtk_label_set_text(GTK_LABEL(status_label), "Authenticating");
    gdk_threads_leave();
    return 0;
  case STATE_LIST:
    if (!line) {
      gdk_threads_leave();
      return -1;
    }
    gtk_container_add(GTK_CONTAINER(list), gtk_label_new(line));
    break;
  default:
    break;
  }
  gdk_threads_leave();
  return 1;
}

void rpop3_open(void) {
  static Session session;
  status_label = gtk_label_new("");
  list = gtk_vbox_new(FALSE, 0);
  session.recv_msg = rpop3_session_recv_msg;
  session_connect(&session);
}
