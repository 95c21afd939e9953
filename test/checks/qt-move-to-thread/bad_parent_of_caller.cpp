// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parent is a parameter of the function that makes the worker; all callers give one.
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

static Worker *makeWorker(QObject *owner, QThread *thread) {
  auto *worker = new Worker(owner);
  worker->moveToThread(thread); // EXPECT: qt-move-to-thread
  return worker;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  makeWorker(&app, &thread);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
