// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a thread made it pushes to the main thread when it is done; what lives in a thread is pushed back by its own slot.
#include <QApplication>
#include <QThread>

class Result : public QObject {
  Q_OBJECT
};

class Loader : public QThread {
  Q_OBJECT
protected:
  void run() override {
    auto *result = new Result;
    result->moveToThread(QApplication::instance()->thread());
    emit loaded(result);
  }
signals:
  void loaded(QObject *result);
};

class Worker : public QObject {
  Q_OBJECT
public slots:
  void finish() { moveToThread(QApplication::instance()->thread()); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Worker worker;
  worker.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &worker, &Worker::finish);
  thread.start();
  Loader loader;
  loader.start();
  int code = app.exec();
  loader.wait();
  thread.quit();
  thread.wait();
  return code;
}
