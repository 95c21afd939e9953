// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timer that a slot of the worker makes lives in the worker's thread; main stops it.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Worker : public QObject {
  Q_OBJECT
public:
  QTimer *timer = nullptr;
public slots:
  void begin() {
    timer = new QTimer;
    timer->start(100);
  }
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    worker.moveToThread(&thread);
    connect(&thread, &QThread::started, &worker, &Worker::begin);
    connect(this, &QPushButton::clicked, this, &Window::stop);
    thread.start();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void stop() {
    worker.timer->stop(); // EXPECT: qobject-wrong-thread
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
