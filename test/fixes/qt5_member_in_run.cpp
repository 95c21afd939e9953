// FLAGS: qt5
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A label that the thread object keeps: the label is the context, what it is told is worked out in the thread.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Counter : public QThread {
public:
  explicit Counter(QLabel *label) : label(label) {}

protected:
  void run() override {
    for (int i = 0; i < 100; ++i)
      label->setText(QString::number(i));
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
