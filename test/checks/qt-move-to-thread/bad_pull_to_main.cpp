// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main thread pulls the worker back, before it ends the thread the worker lives in.
#include <QApplication>
#include <QThread>
#include <QPushButton>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Window : public QWidget {
  Q_OBJECT
public:
  Window() {
    worker = new Worker;
    worker->moveToThread(&thread);
    thread.start();
    auto *button = new QPushButton(this);
    connect(button, &QPushButton::clicked, this, &Window::stop);
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void stop() {
    worker->moveToThread(QApplication::instance()->thread()); // EXPECT: qt-move-to-thread
    thread.quit();
  }

private:
  QThread thread;
  Worker *worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
