// FLAGS: qt5
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timer of the main thread is started and stopped where it lives.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
public:
  Poller() : timer(new QTimer(this)) {}

protected:
  void run() override {
    QMetaObject::invokeMethod(timer, [timer = timer, msec = interval()] {
      timer->setInterval(msec);
      timer->start();
    }, Qt::QueuedConnection);
    exec();
    QMetaObject::invokeMethod(timer, [timer = timer] { timer->stop(); }, Qt::QueuedConnection);
  }

private:
  static int interval() { return 1000; }
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
