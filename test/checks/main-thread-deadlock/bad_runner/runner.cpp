// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runner.h"
#include <glib.h>

int Runner::idle(void *Data) {
  static_cast<Runner *>(Data)->perform();
  return 0;
}

void Runner::perform() {
  What();
  std::lock_guard<std::mutex> L(Lock);
  Done = true;
  Ran.notify_one();
}

void Runner::run(std::function<void()> F) {
  What = F;
  Done = false;
  g_idle_add(&Runner::idle, this);
  std::unique_lock<std::mutex> L(Lock);
  Ran.wait(L, [this] { return Done; }); // EXPECT: main-thread-deadlock
  // CHAIN: on_activate -> reload -> Runner::run
}
