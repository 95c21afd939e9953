// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emitted in a thread made with pthread_create in one file, connected in another.
#include "bridge.h"
#include <pthread.h>

void *Bridge::receive(void *data) {
  auto *bridge = static_cast<Bridge *>(data);
  Q_EMIT bridge->arrived();
  return nullptr;
}

void Bridge::open() {
  pthread_t thread;
  pthread_create(&thread, nullptr, receive, this);
  pthread_detach(thread);
}
