// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker belongs to a smart pointer and to a parent.
#include <QApplication>
#include <QThread>
#include <memory>

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
  Window() {
    worker = std::make_unique<Worker>(this);
    worker->moveToThread(&thread); // EXPECT: qt-move-to-thread
    thread.start();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
  std::unique_ptr<Worker> worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  return app.exec();
}
