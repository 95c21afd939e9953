// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker enters the application's loop by the static exec(), where QThread::exec was meant.
// CHECKS: main-loop-off-main-thread
#include <QApplication>
#include <QThread>

class Service : public QThread {
protected:
  void run() override {
    prepare();
    QCoreApplication::exec(); // EXPECT: main-loop-off-main-thread
  }

private:
  void prepare() { ++prepared; }
  int prepared = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Service service;
  service.start();
  int code = app.exec();
  service.wait();
  return code;
}
// CHAIN: Service::run
