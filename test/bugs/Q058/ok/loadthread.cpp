// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q058 as fixed: the loader pushes each effect to the application's thread.
#include "loadthread.h"
#include <QCoreApplication>

void LoadThread::run() { load_worker(); }

bool LoadThread::load_worker() {
  load_effect();
  return !clip->effects.isEmpty();
}

void LoadThread::load_effect() {
  auto *effect = new Effect;
  effect->moveToThread(QCoreApplication::instance()->thread());
  clip->effects.append(effect);
}
