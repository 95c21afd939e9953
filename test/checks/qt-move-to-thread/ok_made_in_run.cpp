// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object made in run() may be moved to the current thread: it lives there anyway.
#include <QApplication>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Runner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    Worker worker;
    worker.moveToThread(QThread::currentThread());
    worker.work();
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
