// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QTimer::singleShot(0, widget, functor) from a worker that has an event loop runs the functor on the widget's thread.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Probe : public QThread {
public:
  explicit Probe(QLabel *label) : label(label) {}

protected:
  void run() override {
    QTimer::singleShot(0, label, [l = label] { l->setText(QStringLiteral("probed")); });
    exec();
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Probe probe(&label);
  probe.start();
  int code = app.exec();
  probe.quit();
  probe.wait();
  return code;
}
