// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PARTED_H
#define PARTED_H

struct PedException {
  const char *message;
  int options;
};
typedef int (*PedExceptionHandler)(PedException *exception);

void ped_exception_set_handler(PedExceptionHandler handler);
bool ped_disk_commit();

#endif
