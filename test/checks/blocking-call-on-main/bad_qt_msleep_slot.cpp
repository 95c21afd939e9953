// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot sleeps for a fifth of a second, a timer's slot for two seconds.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>
#include <chrono>
#include <thread>

class Blinker : public QLabel {
  Q_OBJECT
public:
  Blinker() {
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Blinker::blink);
    timer->start(1000);
    QTimer::singleShot(500, this, &Blinker::pause);
  }
public slots:
  void blink() {
    clear();
    QThread::msleep(200); // EXPECT: blocking-call-on-main
    setText(QStringLiteral("*"));
  }
  void pause() {
    std::this_thread::sleep_for(std::chrono::seconds(2)); // EXPECT: blocking-call-on-main
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Blinker blinker;
  blinker.show();
  return app.exec();
}
// CHAIN: Blinker::blink
