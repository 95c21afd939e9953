// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See sslmanager.c.
#include "ssl.h"

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  ssl_manager_init();
  session_start("mail.example");
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
