// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// quit() and wait() in the destructor of the thread's owner, and after the main loop has ended: where they belong.
#include <QApplication>
#include <QThread>
#include <QWidget>

class Window : public QWidget {
  Q_OBJECT
public:
  Window() { thread.start(); }
  ~Window() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  QThread other;
  other.start();
  int code = app.exec();
  other.quit();
  other.wait();
  return code;
}
