// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functors without context run on other threads, but touch nothing that belongs to one: counters, logs, the worker
// itself, deleteLater.
#include <QApplication>
#include <QThread>
#include <QDebug>
#include <atomic>

class Worker : public QObject {
  Q_OBJECT
public:
  void work() { Q_EMIT done(); }
Q_SIGNALS:
  void done();
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  std::atomic<int> finished{0};
  auto *worker = new Worker;
  worker->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, [worker] { worker->work(); });
  QObject::connect(worker, &Worker::done, [&finished] { ++finished; });
  QObject::connect(&thread, &QThread::finished, [worker] {
    qDebug() << "finished";
    worker->deleteLater();
  });
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
