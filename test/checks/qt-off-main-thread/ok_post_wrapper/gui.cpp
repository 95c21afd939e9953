// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The hand-off's body.
#include "gui.h"

void postToGui(std::function<void()> task) {
  QMetaObject::invokeMethod(qApp, [task] { task(); }, Qt::QueuedConnection);
}
