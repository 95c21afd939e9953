// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Children move with their parent: only the root of the tree is moved.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Worker : public QObject {
  Q_OBJECT
public:
  Worker() : timer(new QTimer(this)) { connect(timer, &QTimer::timeout, this, &Worker::tick); }
public slots:
  void begin() { timer->start(100); }
  void tick() { ++ticks; }

private:
  QTimer *timer;
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
