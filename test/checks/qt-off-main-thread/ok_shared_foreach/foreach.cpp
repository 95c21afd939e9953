// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The non-template helper's body.
#include "foreach.h"

void repeat(int times, const std::function<void(int)> &body) {
  for (int i = 0; i < times; ++i)
    body(i);
}
