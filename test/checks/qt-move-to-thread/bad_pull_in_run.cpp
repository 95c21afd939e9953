// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread pulls an object that main made: only the main thread can push it.
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
public:
  explicit Runner(Worker *worker) : worker(worker) {}

protected:
  void run() override {
    worker->moveToThread(QThread::currentThread()); // EXPECT: qt-move-to-thread
    exec();
  }

private:
  Worker *worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Worker worker;
  Runner runner(&worker);
  runner.start();
  int code = app.exec();
  runner.quit();
  runner.wait();
  return code;
}
// CHAIN: Runner::run
