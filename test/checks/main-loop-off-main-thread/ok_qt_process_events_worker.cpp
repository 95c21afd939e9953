// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// processEvents on a worker handles the worker's own events; quitting is posted.
#include <QApplication>
#include <QThread>

class Mover : public QThread {
protected:
  void run() override {
    for (int i = 0; i < 10; ++i)
      QCoreApplication::processEvents();
    QMetaObject::invokeMethod(qApp, "quit", Qt::QueuedConnection);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Mover mover;
  mover.start();
  int code = app.exec();
  mover.wait();
  return code;
}
