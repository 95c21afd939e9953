// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-100, Sylpheed: a certificate is verified from the session's watch through a function pointer; the dialog that asks runs without
// the GDK lock: a freeze on STARTTLS.
// CHECKS: gdk-lock
// CHAIN: session_read_cb -> ssl_init_socket -> ssl_manager_verify_cert
#include "ssl.h"

static int ssl_manager_verify_cert(const char *host) {
  GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Accept %s?", host); /* EXPECT: gdk-lock */
  int answer = gtk_dialog_run(GTK_DIALOG(dialog));
  gtk_widget_destroy(dialog);
  return answer == GTK_RESPONSE_YES;
}

void ssl_manager_init(void) { ssl_set_verify_func(ssl_manager_verify_cert); }
