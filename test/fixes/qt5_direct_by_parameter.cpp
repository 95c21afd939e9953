// FLAGS: qt5
// ADVICE: not written at the connection
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A type that a parameter brings is the caller's business.
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
public:
  void show(int n) { setNum(n); }
};

static void watch(Job *job, Gauge *gauge, Qt::ConnectionType type) {
  QObject::connect(job, &Job::value, gauge, &Gauge::show, type);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Gauge first, second;
  Job job;
  watch(&job, &first, Qt::QueuedConnection);
  watch(&job, &second, Qt::DirectConnection);
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
