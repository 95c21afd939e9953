// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See rpop3.c.
#include "session.h"

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  rpop3_open();
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
