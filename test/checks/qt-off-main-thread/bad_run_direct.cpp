// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is a widget call that stands directly in the run() of a QThread heir found?
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QThread>

class Counter : public QThread {
public:
  explicit Counter(QLabel *label) : label(label) {}

protected:
  void run() override {
    for (int i = 0; i < 100; ++i)
      label->setText(QString::number(i)); // EXPECT: qt-off-main-thread
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Counter counter(&label);
  counter.start();
  int code = app.exec();
  counter.wait();
  return code;
}
// CHAIN: Counter::run
