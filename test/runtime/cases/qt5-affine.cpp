// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Widgets and timers of the GUI thread in run(); what lives in the worker is its own.
#include <QtWidgets>

class Worker : public QThread {
public:
  QTimer *theirs;
  QLabel *label;
  void run() override {
    theirs->start(10);          // EXPECT(qobject-wrong-thread QTimer::start)
    label->setText("wrong");    // EXPECT(qt-off-main-thread QLabel::setText)
    QTimer own;
    own.start(5);
    QImage image(10, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QMetaObject::invokeMethod(label, [this] { label->setText("right"); }, Qt::QueuedConnection);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  QTimer timer;
  Worker worker;
  worker.theirs = &timer;
  worker.label = &label;
  QTimer::singleShot(0, [&] { worker.start(); });
  QTimer::singleShot(300, &app, &QApplication::quit);
  int result = app.exec();
  worker.wait();
  return result;
}
