// FLAGS: qt5
// RUN: stall settle=1500
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What comes behind a sleep in a slot is done by a timer; what it mentions is taken along by value.
#include <QCoreApplication>
#include <QObject>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <cstdio>

class Device : public QObject {
  Q_OBJECT
public:
  void push(const QString &line) { log << line; }
  QStringList log;
public slots:
  void reset() {
    if (busy)
      return;
    busy = true;
    QString name = QStringLiteral("port");
    int tries = 0;
    push(name + QStringLiteral(" down"));
    QTimer::singleShot(600, this, [this, tries, name]() mutable { // until it has settled
      ++tries;
      name += QString::number(tries);
      // The port is there again.
      push(name + QStringLiteral(" up"));

      busy = false;
      if (log.size() < 2)
        return;
      push(QStringLiteral("full"));
    });
  }

private:
  bool busy = false;
};

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  Device device;
  QTimer::singleShot(0, &device, &Device::reset);
  QTimer::singleShot(1000, &app, &QCoreApplication::quit);
  app.exec();
  for (const QString &line : device.log)
    std::printf("%s\n", line.toUtf8().constData());
  return 0;
}
