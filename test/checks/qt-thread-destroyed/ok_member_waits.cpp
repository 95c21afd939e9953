// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The destructor waits, also through a function of its own.
#include <QApplication>
#include <QThread>
#include <QWidget>

class Worker : public QObject {
  Q_OBJECT
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Window : public QWidget {
  Q_OBJECT
public:
  Window() {
    worker.moveToThread(&thread);
    thread.start();
    child = new QThread(this);
    child->start();
  }
  ~Window() override { stop(); }

private:
  void stop() {
    for (QThread *each : {&thread, child}) {
      each->quit();
      each->wait();
    }
  }
  Worker worker;
  QThread thread;
  QThread *child;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
