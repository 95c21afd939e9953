// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A task of the pool moves an object of the main thread to wherever it happens to run.
#include <QApplication>
#include <QThread>
#include <QThreadPool>
#include <QRunnable>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Task : public QRunnable {
public:
  explicit Task(Worker *worker) : worker(worker) {}
  void run() override {
    worker->moveToThread(QThread::currentThread()); // EXPECT: qt-move-to-thread
  }

private:
  Worker *worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Worker worker;
  QThreadPool::globalInstance()->start(new Task(&worker));
  return app.exec();
}
