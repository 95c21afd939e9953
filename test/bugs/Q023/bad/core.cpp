// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q023, qTox: the core lives in its own thread; its start() slot loads the configuration and warns of a broken file by
// a message box there.
// CHECKS: qt-off-main-thread
#include "core.h"
#include "widget.h"
#include <QFile>
#include <QMessageBox>

void Core::start() {
  if (!loadConfiguration())
    ++failures;
}

bool Core::loadConfiguration() {
  QFile file(QStringLiteral("settings.dat"));
  if (!file.open(QIODevice::ReadOnly)) {
    QMessageBox::warning(nullptr, tr("Settings"), tr("Cannot be read")); // EXPECT: qt-off-main-thread
    return false;
  }
  return true;
}
// CHAIN: Core::start -> Core::loadConfiguration
