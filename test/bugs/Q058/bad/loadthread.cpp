// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The loader's body.
#include "loadthread.h"

void LoadThread::run() { load_worker(); }

bool LoadThread::load_worker() {
  load_effect();
  return !clip->effects.isEmpty();
}

void LoadThread::load_effect() {
  auto *effect = new Effect;
  clip->effects.append(effect);
}
