// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A member by value that is a child of its owner cannot move alone.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Window : public QObject {
  Q_OBJECT
public:
  Window() : timer(this) {
    timer.moveToThread(&thread); // EXPECT: qt-move-to-thread
    thread.start();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
  QTimer timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  return app.exec();
}
