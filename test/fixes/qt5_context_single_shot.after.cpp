// FLAGS: qt5
// RUN: yes
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The single shot of a thread that works on a label of the main thread, with a kind of timer and without.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Probe : public QThread {
  Q_OBJECT
public:
  explicit Probe(QLabel *label) : label(label) {}

protected:
  void run() override {
    QTimer::singleShot(0, label, [this] { label->setText("ready"); });
    QTimer::singleShot(50, Qt::PreciseTimer, label, [this] { label->show(); });
    exec();
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Probe probe(&label);
  probe.start();
  label.show();
  int code = app.exec();
  probe.quit();
  probe.wait();
  return code;
}
