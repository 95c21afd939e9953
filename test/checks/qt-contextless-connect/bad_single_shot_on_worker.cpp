// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A single shot without context fires in the thread that asks for it; "post it to the loop" does not mean main's.
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
    QTimer::singleShot(0, [this] { label->setText("ready"); }); // EXPECT: qt-contextless-connect
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
// CHAIN: Probe::run -> lambda in Probe::run
