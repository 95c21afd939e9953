// FLAGS: qt5
// RUN: elsewhere
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The type of a connection by member pointers goes.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  void work() { Q_EMIT advanced(10); }
Q_SIGNALS:
  void advanced(int percent);
};

class Window : public QLabel {
  Q_OBJECT
public:
  void onAdvanced(int percent) { setNum(percent); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QThread thread;
  Worker worker;
  worker.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &worker, &Worker::work);
  QObject::connect(&worker, &Worker::advanced, &window, &Window::onAdvanced, Qt::DirectConnection);
  thread.start();
  window.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
