// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Five milliseconds in a slot, and a long sleep in main() before the loop (a splash screen) and in a worker.
#include <QApplication>
#include <QPushButton>
#include <QSplashScreen>
#include <QThread>

class Relay : public QPushButton {
  Q_OBJECT
public:
  Relay() { connect(this, &QPushButton::clicked, this, &Relay::toggle); }
public slots:
  void toggle() {
    QThread::msleep(5);
    setText(QStringLiteral("toggled"));
  }
};

class Idle : public QThread {
protected:
  void run() override { sleep(30); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QSplashScreen splash;
  splash.show();
  QThread::msleep(1500);
  Relay relay;
  relay.show();
  splash.finish(&relay);
  Idle idle;
  idle.start();
  int code = app.exec();
  idle.wait();
  return code;
}
