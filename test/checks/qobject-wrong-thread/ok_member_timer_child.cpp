// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// With the worker as parent the member timer moves along; so does a timer that is a child by `new`.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Worker : public QObject {
  Q_OBJECT
public:
  Worker() : timer(this), slow(new QTimer(this)) {
    connect(&timer, &QTimer::timeout, this, &Worker::tick);
    connect(slow, &QTimer::timeout, this, &Worker::tick);
  }
public slots:
  void begin() {
    timer.start(250);
    slow->start(5000);
  }
  void tick() {
    if (++ticks > 10)
      timer.stop();
  }

private:
  QTimer timer;
  QTimer *slow;
  int ticks = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Worker worker;
  worker.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &worker, &Worker::begin);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
