// FLAGS: qt6
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two objects that are no widgets, by reference: nobody knows which one is meant.
// ADVICE: give the connection a context object
#include <QApplication>
#include <QThread>
#include <QTimer>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QTimer one, two;
  QThread thread;
  QObject::connect(&thread, &QThread::started, [&] {
    one.start(1);
    two.start(2);
  });
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
