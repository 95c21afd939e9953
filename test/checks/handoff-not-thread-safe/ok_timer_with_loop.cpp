// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QThread with exec(), and a worker's slot that its thread's loop calls.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
  Q_OBJECT
protected:
  void run() override {
    QTimer timer;
    timer.start(1000);
    exec();
  }
};

class Worker : public QObject {
  Q_OBJECT
public slots:
  void begin() {
    auto *timer = new QTimer(this);
    timer->start(100);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Poller poller;
  poller.start();
  QThread thread;
  Worker worker;
  worker.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &worker, &Worker::begin);
  thread.start();
  int code = app.exec();
  poller.quit();
  poller.wait();
  thread.quit();
  thread.wait();
  return code;
}
