// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parent is taken away before the move.
#include <QApplication>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Window : public QObject {
  Q_OBJECT
public:
  Window() : worker(new Worker(this)) {}
  ~Window() override {
    thread.quit();
    thread.wait();
  }
  void begin() {
    worker->setParent(nullptr);
    worker->moveToThread(&thread);
    thread.start();
  }

private:
  Worker *worker;
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.begin();
  return app.exec();
}
