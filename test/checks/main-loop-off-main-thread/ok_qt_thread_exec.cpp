// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QThread::exec and a QEventLoop are loops of the worker's own.
#include <QApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

class Service : public QThread {
protected:
  void run() override {
    QEventLoop loop;
    QTimer::singleShot(10, &loop, &QEventLoop::quit);
    loop.exec();
    exec();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Service service;
  service.start();
  int code = app.exec();
  service.quit();
  service.wait();
  return code;
}
