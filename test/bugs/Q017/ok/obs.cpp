// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's body.
#include "obs.h"
#include <thread>

struct Connection {
  OBSSignal::Callback callback;
  void *data;
};
static std::vector<Connection> connections;

OBSSignal::OBSSignal(const char *, Callback callback, void *data) { connections.push_back({callback, data}); }

static void destroySources() {
  for (const Connection &c : connections)
    c.callback(c.data);
}

void obs_release_in_background() { std::thread(destroySources).detach(); }
