// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "hooks.h"

static idle_hook hook;

void library_set_idle_hook(idle_hook fn) { hook = fn; }

static int fetch_one(int n) { return n < 100; }

void library_fetch_all(void) {
  for (int n = 0; fetch_one(n); n++)
    if (hook)
      hook();
}
