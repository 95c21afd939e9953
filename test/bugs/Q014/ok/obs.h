// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The media library: sources are announced by signals, on the thread that makes them.
#pragma once
#include <vector>

struct obs_source {
  const char *name;
};
typedef void (*signal_callback_t)(void *data, obs_source *source);

struct signal_handler {
  struct entry {
    signal_callback_t callback;
    void *data;
  };
  std::vector<entry> added, removed;
};

void signal_handler_connect(signal_handler *handler, const char *name, signal_callback_t callback, void *data);
void signal_handler_signal(signal_handler *handler, const char *name, obs_source *source);
signal_handler *obs_signalhandler();
void obs_startup();
void obs_shutdown();
