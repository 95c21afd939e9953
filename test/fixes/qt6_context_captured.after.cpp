// FLAGS: qt6
// RUN: yes
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one object that the lambda captures is the context.
#include <QApplication>
#include <QLabel>
#include <QThread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *label = new QLabel;
  QThread thread;
  int count = argc;
  QObject::connect(&thread, &QThread::started, label, [label, count] { label->setNum(count); });
  label->show();
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  delete label;
  return code;
}
