// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// quit() and wait() before main() returns.
#include <QApplication>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  auto *worker = new Worker;
  worker->moveToThread(&thread);
  QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
