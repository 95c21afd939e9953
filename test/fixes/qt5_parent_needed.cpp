// FLAGS: qt5
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A parent that has no default is not left out.
// ADVICE: make the object without a parent
#include <QApplication>
#include <QThread>

class Job : public QObject {
  Q_OBJECT
public:
  explicit Job(QObject *owner) : QObject(owner) { setObjectName(owner->objectName()); }
};

class Runner : public QThread {
protected:
  void run() override {
    Job job(this);
    job.blockSignals(true);
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
