// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The destructor asks the thread to end, but does not wait until it has.
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
  }
  ~Window() override { // EXPECT: qt-thread-destroyed
    thread.quit();
  }

private:
  Worker worker;
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
