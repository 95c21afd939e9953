// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// moveToThread(this): the timer that is no child stays on the main thread, and run() starts it.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
  Q_OBJECT
public:
  Poller() {
    moveToThread(this); // EXPECT: qt-move-to-thread
  }

protected:
  void run() override {
    timer.start(100);
    exec();
  }

private:
  QTimer timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Poller poller;
  poller.start();
  int code = app.exec();
  poller.quit();
  poller.wait();
  return code;
}
