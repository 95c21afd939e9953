// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot is the toolkit's own, picked by qOverload; the type comes with a flag.
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
  QObject::connect(&job, &Job::value, &label, qOverload<int>(&QLabel::setNum), // EXPECT: qt-direct-connection
                   Qt::ConnectionType(Qt::DirectConnection | Qt::UniqueConnection));
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
