// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// ADVICE: that refers to something which may be gone
// ADVICE: that refers to something which may be gone
// ADVICE: the slot may change
// ADVICE: Qt cannot queue 'Reading'
//
// What a direct connection may hand over and a queued one may not.
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QThread>

struct Reading {
  double value;
};

class Sensor : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void frame(const QImage *image);
  void ask(QString &answer);
  void read(Reading reading);

private:
  void run() override {
    QImage image(3, 3, QImage::Format_RGB32);
    QString answer;
    Q_EMIT frame(&image);
    Q_EMIT ask(answer);
    Q_EMIT read(Reading{1.5});
  }
};

class Screen : public QLabel {
  Q_OBJECT
public Q_SLOTS:
  void show(const QImage *image) { setNum(image->width()); }
  void answer(QString &text) {
    clear();
    text = "yes";
  }
  void read(Reading reading) { setNum(reading.value); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Screen screen;
  Sensor sensor;
  QObject::connect(&sensor, &Sensor::frame, &screen, &Screen::show, Qt::DirectConnection);
  QObject::connect(&sensor, SIGNAL(frame(const QImage *)), &screen, SLOT(show(const QImage *)), Qt::DirectConnection);
  QObject::connect(&sensor, &Sensor::ask, &screen, &Screen::answer, Qt::DirectConnection);
  QObject::connect(&sensor, &Sensor::read, &screen, &Screen::read, Qt::DirectConnection);
  sensor.start();
  int code = app.exec();
  sensor.wait();
  return code;
}
