// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A constant table of operations, defined in one unit, called through a pointer in another: the worker reaches GTK
// through the second slot only.
// CHAIN: backend_thread -> gtk_front_note
#include "front.h"

extern const FrontOps gtk_front_ops;

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  const FrontOps *front = &gtk_front_ops;
  front->open("Sync");
  backend_start(front);
  gtk_main();
  return 0;
}
