// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timer made in the QThread heir's constructor (on main) and started in run() (on the worker).
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
public:
  Poller() : timer(new QTimer(this)) {}

protected:
  void run() override {
    timer->start(1000); // EXPECT: qobject-wrong-thread
    exec();
  }

private:
  QTimer *timer;
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
// CHAIN: Poller::run
