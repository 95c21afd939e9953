// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graphics thread's body.
#include "graphics.h"
#include <atomic>
#include <thread>

static std::atomic<bool> running;
static struct {
  void (*draw)(void *);
  void *param;
} callback;

void graphics_add_callback(void (*draw)(void *), void *param) {
  callback.draw = draw;
  callback.param = param;
}

static void loop() {
  while (running)
    callback.draw(callback.param);
}

void graphics_start() {
  running = true;
  std::thread(loop).detach();
}
