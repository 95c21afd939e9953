// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-100, fixed: the function that asks takes the lock.
// CHECKS: gdk-lock
#include "ssl.h"

static int ssl_manager_verify_cert(const char *host) {
  gdk_threads_enter();
  GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Accept %s?", host);
  int answer = gtk_dialog_run(GTK_DIALOG(dialog));
  gtk_widget_destroy(dialog);
  gdk_threads_leave();
  return answer == GTK_RESPONSE_YES;
}

void ssl_manager_init(void) { ssl_set_verify_func(ssl_manager_verify_cert); }
