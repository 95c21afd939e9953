// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See source.c.
#include "connection.h"

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  Connection *connection = g_object_new(connection_get_type(), NULL);
  source_use(connection);
  connection_start(connection);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
