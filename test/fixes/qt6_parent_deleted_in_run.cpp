// FLAGS: qt6
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// run() deletes its timer itself, so the parent is all that goes.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
protected:
  void run() override {
    auto *timer = new QTimer(this);
    timer->start(100);
    exec();
    delete timer;
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Poller poller;
  poller.start();
  int code = app.exec();
  poller.quit();
  poller.wait();
  return code;
}
