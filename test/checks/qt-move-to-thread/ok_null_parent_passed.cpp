// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every caller passes null for the parent.
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
  worker->moveToThread(thread);
  return worker;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Worker *worker = makeWorker(nullptr, &thread);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  delete worker;
  return code;
}
