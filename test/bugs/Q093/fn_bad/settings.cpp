// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The settings' body: the assertion says where they belong.
#include "settings.h"
#include <QThread>

Settings *Settings::instance() {
  static Settings settings;
  Q_ASSERT(QThread::currentThread() == settings.thread());
  return &settings;
}
