// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread is still running when main() returns and destroys it.
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
  QObject::connect(&thread, &QThread::started, worker, &Worker::work);
  thread.start();
  return app.exec(); // EXPECT: qt-thread-destroyed
}
