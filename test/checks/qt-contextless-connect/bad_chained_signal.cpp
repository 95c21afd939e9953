// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Signal to signal: the hub, which lives in the worker's thread as well, passes on what the worker announces; the
// functor on the hub's signal is the one without context.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Job : public QObject {
  Q_OBJECT
public:
  void work() { Q_EMIT step(1); }
Q_SIGNALS:
  void step(int n);
};

class Hub : public QObject {
  Q_OBJECT
Q_SIGNALS:
  void changed(int n);
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QThread thread;
  Job job;
  Hub hub;
  job.moveToThread(&thread);
  hub.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &job, &Job::work);
  QObject::connect(&job, &Job::step, &hub, &Hub::changed);
  QObject::connect(&hub, &Hub::changed, [&label](int n) { label.setNum(n); }); // EXPECT: qt-contextless-connect
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
