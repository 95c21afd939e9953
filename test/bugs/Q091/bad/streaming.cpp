// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Begins to stream, and to watch.
#include "quickthread.h"
#include "window.h"

void Window::startStreaming(const QString &key) {
  streaming = true;
  checkThread = makeThread([this, key] { checkStream(key); });
  checkThread->setObjectName(QStringLiteral("check"));
  checkThread->start();
}
