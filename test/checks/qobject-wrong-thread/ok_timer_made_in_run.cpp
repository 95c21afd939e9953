// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timer made, started and stopped in run() belongs to the worker.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
protected:
  void run() override {
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [this] { ++ticks; });
    timer.start(1000);
    exec();
    timer.stop();
  }

private:
  int ticks = 0;
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
