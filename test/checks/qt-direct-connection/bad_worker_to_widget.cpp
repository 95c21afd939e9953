// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker's signal runs the window's slot at once, on the worker's thread.
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
  QObject::connect(&worker, &Worker::advanced, &window, &Window::onAdvanced, Qt::DirectConnection); // EXPECT: qt-direct-connection
  thread.start();
  window.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Worker::work -> Window::onAdvanced
