// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's body; a script thread adds filters to sources.
#include "signals.h"
#include <map>
#include <thread>
#include <vector>

struct signal_callback {
  signal_callback_t callback;
  void *data;
};

struct signal_handler {
  std::map<std::string, std::vector<signal_callback>> signals;
};

signal_handler *obs_get_signal_handler() {
  static signal_handler handler;
  return &handler;
}

void signal_handler_connect(signal_handler *handler, const char *name, signal_callback_t callback, void *data) {
  handler->signals[name].push_back({callback, data});
}

void signal_handler_signal(signal_handler *handler, const char *name, calldata *params) {
  for (signal_callback &cb : handler->signals[name])
    cb.callback(cb.data, params);
}

static void script_thread() { signal_handler_signal(obs_get_signal_handler(), "source_filter_add", nullptr); }

void script_start() { std::thread(script_thread).detach(); }
