// FLAGS: qt6
// RUN: elsewhere
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two of three flags stay.
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

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Gauge gauge;
  Job job;
  QObject::connect(&job, &Job::value, &gauge, &Gauge::show,
                   Qt::ConnectionType(Qt::DirectConnection | Qt::UniqueConnection | Qt::SingleShotConnection));
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
