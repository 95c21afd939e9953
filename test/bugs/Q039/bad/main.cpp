// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "unreadmonitor.h"
#include <QApplication>
#include <QPushButton>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Settings settings;
  UnreadMonitor monitor(&settings);
  monitor.start();
  QPushButton apply(QStringLiteral("Apply"));
  apply.show();
  QObject::connect(&apply, &QPushButton::clicked, &settings, &Settings::settingsChanged);
  int code = app.exec();
  monitor.quit();
  monitor.wait();
  return code;
}
