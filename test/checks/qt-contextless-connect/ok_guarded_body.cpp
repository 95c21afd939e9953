// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functor asks where it is.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Sensor : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void value(int v);

private:
  void run() override { Q_EMIT value(3); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Sensor sensor;
  QObject::connect(&sensor, &Sensor::value, [&label](int v) {
    if (QThread::currentThread() != qApp->thread()) {
      QMetaObject::invokeMethod(&label, [&label, v] { label.setNum(v); }, Qt::QueuedConnection);
      return;
    }
    label.setNum(v);
  });
  sensor.start();
  int code = app.exec();
  sensor.wait();
  return code;
}
