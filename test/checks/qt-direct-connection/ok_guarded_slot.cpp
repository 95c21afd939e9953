// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot finds out where it is run and posts itself.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void value(int n);

private:
  void run() override { Q_EMIT value(1); }
};

class Gauge : public QLabel {
  Q_OBJECT
public Q_SLOTS:
  void take(int n) {
    if (QThread::currentThread() != thread()) {
      QMetaObject::invokeMethod(this, "take", Qt::QueuedConnection, Q_ARG(int, n));
      return;
    }
    setNum(n);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Gauge gauge;
  Job job;
  QObject::connect(&job, &Job::value, &gauge, &Gauge::take, Qt::DirectConnection);
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
