// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The timer is moved to the thread the worker lives in, whose slot starts it.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Worker : public QObject {
  Q_OBJECT
public:
  QTimer *timer = nullptr;
public slots:
  void begin() { timer->start(100); }
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    worker.moveToThread(&thread);
    worker.timer = new QTimer;
    worker.timer->moveToThread(worker.thread());
    connect(&thread, &QThread::started, &worker, &Worker::begin);
    thread.start();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
  Worker worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
