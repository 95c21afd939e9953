// FLAGS: qt6
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A declaration; the arguments before the parent stay.
#include <QApplication>
#include <QProcess>
#include <QThread>

class Job : public QObject {
  Q_OBJECT
public:
  explicit Job(const QString &name, QObject *parent = nullptr) : QObject(parent), name(name) {}
  QString name;
};

class Runner : public QThread {
protected:
  void run() override {
    auto *job = new Job(QStringLiteral("first"), this);
    setObjectName(job->name);
    exec();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Runner runner;
  runner.start();
  int code = app.exec();
  runner.quit();
  runner.wait();
  return code;
}
