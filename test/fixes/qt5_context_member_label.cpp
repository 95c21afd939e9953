// FLAGS: qt5
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The object around lives on the worker: the label that the lambda works on is the context.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Poller : public QObject {
  Q_OBJECT
public:
  explicit Poller(QLabel *label) : label(label) {}
  void begin() {
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, [this] { label->setText("tick"); });
    timer->start(100);
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QThread thread;
  Poller poller(&label);
  poller.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &poller, &Poller::begin);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
