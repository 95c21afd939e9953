// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q091, obs-studio: the function that the thread runs hands that very thread to deleteLater() as its last act. The main
// loop can delete it before run() has returned.
#include "window.h"

void Window::checkStream(const QString &key) {
  int tries = 60;
  while (streaming && tries-- > 0) {
    if (broadcastIsLive(key))
      break;
    QThread::sleep(1);
  }
  checkThread->deleteLater(); // EXPECT: qt-thread-destroyed
  checkThread = nullptr;
}

bool Window::broadcastIsLive(const QString &key) { return key.size() > 3; }
// CHAIN: Window::checkStream
