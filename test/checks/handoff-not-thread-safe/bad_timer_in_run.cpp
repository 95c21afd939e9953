// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QThread whose run() starts a timer and ends without an exec().
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
  Q_OBJECT
protected:
  void run() override {
    QTimer timer;
    timer.start(1000); // EXPECT: handoff-not-thread-safe
    poll();
  }

private:
  void poll() { msleep(10); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Poller poller;
  poller.start();
  int code = app.exec();
  poller.wait();
  return code;
}
