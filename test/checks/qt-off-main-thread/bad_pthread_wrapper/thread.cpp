// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The wrapper's body.
#include "thread.h"

void *Thread::entry(void *self) {
  static_cast<Thread *>(self)->run();
  return nullptr;
}

void Thread::start() { pthread_create(&handle, nullptr, &Thread::entry, this); }

void Thread::join() { pthread_join(handle, nullptr); }
