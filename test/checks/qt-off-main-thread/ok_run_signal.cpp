// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QThread heir that only emits; the auto connection to a label's slot is queued.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Counter : public QThread {
  Q_OBJECT
signals:
  void counted(const QString &text);

protected:
  void run() override {
    for (int i = 0; i < 100; ++i)
      emit counted(QString::number(i));
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Counter counter;
  QObject::connect(&counter, &Counter::counted, &label, &QLabel::setText);
  counter.start();
  int code = app.exec();
  counter.wait();
  return code;
}
