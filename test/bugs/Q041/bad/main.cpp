// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "core.h"
#include <QApplication>
#include <QThread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread coreThread;
  auto *core = new Core(&coreThread);
  core->moveToThread(&coreThread);
  QObject::connect(&coreThread, &QThread::started, core, &Core::start);
  coreThread.start();
  int code = app.exec();
  coreThread.quit();
  coreThread.wait();
  return code;
}
