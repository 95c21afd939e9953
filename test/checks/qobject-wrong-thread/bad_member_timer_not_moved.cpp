// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker moves, but its member timer has no parent and stays behind on main.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QThread>
#include <QTimer>

class Worker : public QObject {
  Q_OBJECT
public:
  Worker() { connect(&timer, &QTimer::timeout, this, &Worker::tick); }
public slots:
  void begin() {
    timer.start(250); // EXPECT: qobject-wrong-thread
  }
  void tick() { ++ticks; }

private:
  QTimer timer;
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
// CHAIN: Worker::begin
