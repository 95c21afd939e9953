// FLAGS: qt5
// ADVICE: a finding would come in its place
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The object that the chain begins with lives on the worker: posting to it changes nothing.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Worker : public QObject {
public:
  QLabel *shown = nullptr;
  QLabel *view() const { return shown; }
  void work() { view()->setText("x"); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QThread thread;
  Worker worker;
  worker.shown = &label;
  worker.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &worker, &Worker::work);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
