// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A stored thread that is compared with is the worker's own, not the GUI's: the test does not protect.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QThread>

class Worker : public QThread {
public:
  explicit Worker(QLabel *label) : label(label) {}

protected:
  void run() override {
    if (QThread::currentThread() == this)
      label->setText(QStringLiteral("mine")); // EXPECT: qt-off-main-thread
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Worker worker(&label);
  worker.start();
  int code = app.exec();
  worker.wait();
  return code;
}
// CHAIN: Worker::run
