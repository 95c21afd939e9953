// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "filewatcher.h"
#include <QApplication>
#include <QLabel>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  FileWatcher watcher(QStringLiteral("keys.db"));
  QObject::connect(&watcher, &FileWatcher::fileChanged, &label, &QLabel::setText);
  return app.exec();
}
