// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q091 as fixed: the function leaves its thread alone.
#include "window.h"

void Window::checkStream(const QString &key) {
  int tries = 60;
  while (streaming && tries-- > 0) {
    if (broadcastIsLive(key))
      break;
    QThread::sleep(1);
  }
}

bool Window::broadcastIsLive(const QString &key) { return key.size() > 3; }
