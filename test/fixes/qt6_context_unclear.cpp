// FLAGS: qt6
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two objects, by reference: nobody knows which one is meant.
// ADVICE: give the connection a context object
#include <QApplication>
#include <QLabel>
#include <QThread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel one, two;
  QThread thread;
  QObject::connect(&thread, &QThread::started, [&] {
    one.setNum(1);
    two.setNum(2);
  });
  one.show();
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
