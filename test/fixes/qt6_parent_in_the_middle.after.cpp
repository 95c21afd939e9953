// FLAGS: qt6
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Something follows the parent: no parent is given.
#include <QApplication>
#include <QThread>

class Job : public QObject {
  Q_OBJECT
public:
  explicit Job(QObject *parent = nullptr, int priority = 0) : QObject(parent), priority(priority) {}
  int priority;
};

class Runner : public QThread {
protected:
  void run() override {
    Job job(nullptr, 3);
    setPriority(job.priority ? LowPriority : HighPriority);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Runner runner;
  runner.start();
  int code = app.exec();
  runner.wait();
  return code;
}
