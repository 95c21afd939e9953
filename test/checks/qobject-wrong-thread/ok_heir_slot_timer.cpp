// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QThread heir's slot runs on main, where its timer lives: starting it there is right.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Job : public QThread {
  Q_OBJECT
public:
  Job() : retry(new QTimer(this)) {
    connect(this, &Job::failed, this, &Job::again);
    connect(retry, &QTimer::timeout, this, [this] { start(); });
  }
signals:
  void failed();
public slots:
  void again() { retry->start(1000); }

protected:
  void run() override { emit failed(); }

private:
  QTimer *retry;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Job job;
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
