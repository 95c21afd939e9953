// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q023 as fixed: the widget offers a helper that tests the thread and posts, waiting, when it is not its own.
// CHECKS: qt-off-main-thread,qobject-wrong-thread,main-loop-off-main-thread
#include "core.h"
#include "widget.h"
#include <QFile>

void Core::start() {
  if (!loadConfiguration())
    ++failures;
}

bool Core::loadConfiguration() {
  QFile file(QStringLiteral("settings.dat"));
  if (!file.open(QIODevice::ReadOnly)) {
    Widget::getInstance()->showWarningMsgBox(tr("Settings"), tr("Cannot be read"));
    return false;
  }
  return true;
}
