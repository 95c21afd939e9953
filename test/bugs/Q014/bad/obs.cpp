// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's body: a loader thread adds and removes sources.
#include "obs.h"
#include <cstring>
#include <thread>

static signal_handler handlers;
static std::thread loader;

signal_handler *obs_signalhandler() { return &handlers; }

void signal_handler_connect(signal_handler *handler, const char *name, signal_callback_t callback, void *data) {
  auto &list = strcmp(name, "source-add") == 0 ? handler->added : handler->removed;
  list.push_back({callback, data});
}

void signal_handler_signal(signal_handler *handler, const char *name, obs_source *source) {
  auto &list = strcmp(name, "source-add") == 0 ? handler->added : handler->removed;
  for (auto &entry : list)
    entry.callback(entry.data, source);
}

static void load_sources() {
  obs_source camera{"camera"};
  signal_handler_signal(&handlers, "source-add", &camera);
  signal_handler_signal(&handlers, "source-remove", &camera);
}

void obs_startup() { loader = std::thread(load_sources); }

void obs_shutdown() { loader.join(); }
