// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The media library: a source announces its removal, on the thread that drops it.
#pragma once
#include <functional>
#include <mutex>
#include <vector>

class OBSSignal {
public:
  using Callback = void (*)(void *data);
  OBSSignal(const char *name, Callback callback, void *data);
};

void obs_release_in_background();
