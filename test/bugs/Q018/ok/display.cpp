// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The display's graphics thread.
#include "display.h"
#include <thread>
#include <vector>

struct obs_display {
  struct Callback {
    void (*draw)(void *, unsigned, unsigned);
    void *param;
  };
  std::vector<Callback> callbacks;
  std::thread thread;
};

obs_display *obs_display_create() { return new obs_display; }

void obs_display_add_draw_callback(obs_display *display, void (*draw)(void *, unsigned, unsigned), void *param) {
  display->callbacks.push_back({draw, param});
}

static void graphics_loop(obs_display *display) {
  for (int frame = 0; frame < 1000; ++frame)
    for (auto &callback : display->callbacks)
      callback.draw(callback.param, 640, 480);
}

void obs_display_run(obs_display *display) { display->thread = std::thread(graphics_loop, display); }
