// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "parted.h"

static PedExceptionHandler handler;

void ped_exception_set_handler(PedExceptionHandler h) { handler = h; }

bool ped_disk_commit() {
  PedException exception = {"The device is busy", 3};
  return handler && handler(&exception) == 1;
}
