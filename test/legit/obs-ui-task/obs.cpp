// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's body.
#include "obs.h"
#include <thread>

static obs_task_handler_t ui_handler;

void obs_set_ui_task_handler(obs_task_handler_t handler) { ui_handler = handler; }

void obs_queue_task(obs_task_type type, obs_task_t task, void *param, bool wait) {
  if (type == OBS_TASK_UI) {
    if (ui_handler)
      ui_handler(task, param, wait);
    return;
  }
  std::thread(task, param).detach();
}

void obs_start_worker(void (*work)(void *), void *param) { std::thread(work, param).detach(); }
