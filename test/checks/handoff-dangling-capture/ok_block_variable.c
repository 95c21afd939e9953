// FLAGS: glib
// DEFINES: -fblocks
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A block that is handed off is copied to the heap, and its __block variables go with it.
// CHECKS: handoff-dangling-capture
#include <glib.h>

typedef void (^task)(void);
void dispatch_async(void *queue, task work);
void dispatch_sync(void *queue, task work);

int next_number(void);
void show(int number);

void scan(void *queue) {
  __block int number = -1;
  dispatch_sync(queue, ^{
    number = next_number();
  });
  dispatch_async(queue, ^{
    show(number);
  });
}

int main(void) {
  scan(NULL);
  return 0;
}
