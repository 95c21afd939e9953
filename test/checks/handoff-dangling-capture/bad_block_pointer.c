// FLAGS: glib
// DEFINES: -fblocks
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a pointer in a block points to does not move to the heap with it.
// CHECKS: handoff-dangling-capture
#include <glib.h>

typedef void (^task)(void);
void dispatch_async(void *queue, task work);

void count_in(int *sum);

void scan(void *queue) {
  int sum = 0;
  int *into = &sum;
  dispatch_async(queue, ^{ /* EXPECT: handoff-dangling-capture */
    count_in(into);
  });
}

int main(void) {
  scan(NULL);
  return 0;
}
