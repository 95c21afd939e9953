// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Across threads with auto, queued and blocking queued connections.
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

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Job job;
  QObject::connect(&job, &Job::value, &label, QOverload<int>::of(&QLabel::setNum));
  QObject::connect(&job, &Job::value, &label, [&label](int n) { label.setNum(n); }, Qt::QueuedConnection);
  QObject::connect(&job, SIGNAL(value(int)), &label, SLOT(setNum(int)), Qt::BlockingQueuedConnection);
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
