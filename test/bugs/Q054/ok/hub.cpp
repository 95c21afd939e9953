// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "signalhub.h"

struct hub {
  hub_callback callback;
  void *data;
};

static void *pump(void *arg) {
  auto *h = static_cast<hub *>(arg);
  h->callback(h->data);
  return nullptr;
}

void hub_connect(hub *h, hub_callback callback, void *data) {
  h->callback = callback;
  h->data = data;
  pthread_t thread;
  pthread_create(&thread, nullptr, pump, h);
}
