// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's global signals; each connection lives as long as its object.
#pragma once
#include <string>

struct calldata;
typedef void (*signal_callback_t)(void *data, calldata *params);

struct signal_handler;
signal_handler *obs_get_signal_handler();
void signal_handler_connect(signal_handler *handler, const char *name, signal_callback_t callback, void *data);
void signal_handler_signal(signal_handler *handler, const char *name, calldata *params);

class OBSSignal {
public:
  OBSSignal(signal_handler *handler, const char *name, signal_callback_t callback, void *param) {
    signal_handler_connect(handler, name, callback, param);
  }
};

void script_start();
