// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See rpop3.c.
#include <gtk/gtk.h>

enum { STATE_GREETING, STATE_LIST, STATE_DONE };
typedef struct Session Session;
struct Session {
  int state;
  int (*recv_msg)(Session *session, const char *line);
};
void session_connect(Session *session);
void rpop3_open(void);
