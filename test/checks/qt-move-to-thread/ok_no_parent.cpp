// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker has no parent; finished() deletes it.
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

class Window : public QObject {
  Q_OBJECT
public:
  Window() {
    auto *worker = new Worker;
    worker->moveToThread(&thread);
    connect(&thread, &QThread::started, worker, &Worker::work);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  return app.exec();
}
