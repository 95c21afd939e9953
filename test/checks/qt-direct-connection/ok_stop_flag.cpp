// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The usual reason for a direct connection: a busy worker must be told to stop at once, by a slot that only sets an
// atomic flag, quits a loop, or deletes later.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <atomic>

class Worker : public QObject {
  Q_OBJECT
public:
  void work() {
    while (!stopping)
      QThread::msleep(10);
  }
  void stop() {
    stopping = true;
    thread()->quit();
  }

private:
  std::atomic<bool> stopping{false};
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button("stop");
  QThread thread;
  auto *worker = new Worker;
  worker->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, worker, &Worker::work);
  QObject::connect(&button, &QPushButton::clicked, worker, &Worker::stop, Qt::DirectConnection);
  QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater, Qt::DirectConnection);
  thread.start();
  button.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
