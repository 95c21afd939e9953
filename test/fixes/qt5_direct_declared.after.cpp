// FLAGS: qt5
// RUN: elsewhere
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types that Qt knows how to queue: its own, declared ones, pointers to objects.
#include <QApplication>
#include <QLabel>
#include <QThread>

struct Reading {
  double value;
};
Q_DECLARE_METATYPE(Reading)

class Sensor : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void read(const Reading &reading, const QString &unit, QObject *from);

private:
  void run() override { Q_EMIT read(Reading{1.5}, "mm", this); }
};

class Gauge : public QLabel {
  Q_OBJECT
public:
  void show(const Reading &reading, const QString &unit, QObject *from) { setText(from->objectName() + QString::number(reading.value) + unit); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  qRegisterMetaType<Reading>();
  Gauge gauge;
  Sensor sensor;
  sensor.setObjectName("width ");
  QObject::connect(&sensor, &Sensor::read, &gauge, &Gauge::show);
  sensor.start();
  int code = app.exec();
  sensor.wait();
  return code;
}
