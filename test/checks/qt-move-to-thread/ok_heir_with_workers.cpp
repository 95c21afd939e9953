// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The heir runs an event loop for objects that were moved to it; its own slots report on the main thread.
#include <QApplication>
#include <QThread>
#include <QLabel>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Service : public QThread {
  Q_OBJECT
public:
  Service() {
    worker.moveToThread(this);
    connect(this, &QThread::started, &worker, &Worker::work);
  }
public slots:
  void report() { label.setText(QStringLiteral("running")); }

private:
  Worker worker;
  QLabel label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Service service;
  QObject::connect(&service, &QThread::started, &service, &Service::report);
  service.start();
  int code = app.exec();
  service.quit();
  service.wait();
  return code;
}
