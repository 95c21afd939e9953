// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Only what makes the connection direct goes: it stays unique.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void value(int n);
  void done();

private:
  void run() override {
    Q_EMIT value(1);
    Q_EMIT done();
  }
};

class Gauge : public QLabel {
  Q_OBJECT
public:
  void watch(Job *job) {
    connect(job, &Job::value, this, &Gauge::show, Qt::UniqueConnection);
    connect(job, SIGNAL(done()), this, SLOT(clear()), static_cast<Qt::ConnectionType>(Qt::UniqueConnection | Qt::DirectConnection));
  }
public Q_SLOTS:
  void show(int n) { setNum(n); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Gauge gauge;
  Job job;
  gauge.watch(&job);
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
