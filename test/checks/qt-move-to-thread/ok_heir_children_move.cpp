// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// moveToThread(this): members that are children move along.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Poller : public QThread {
  Q_OBJECT
public:
  Poller() : timer(this) { moveToThread(this); }

protected:
  void run() override {
    timer.start(100);
    exec();
    timer.stop();
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
