// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Times of the C++ library are constants with a unit: literals, constructors, sums, named constants, conversions.
#include <QApplication>
#include <QPushButton>
#include <QSemaphore>
#include <QTimer>
#include <chrono>
#include <future>
#include <thread>

using namespace std::chrono_literals;

constexpr auto Patience = 2s;

class Panel : public QWidget {
  Q_OBJECT
public slots:
  void literal() {
    std::this_thread::sleep_for(200ms); // EXPECT: blocking-call-on-main
  }
  void made() {
    std::this_thread::sleep_for(std::chrono::milliseconds(80)); // EXPECT: blocking-call-on-main
  }
  void sum() {
    std::this_thread::sleep_for(20ms + 40ms); // EXPECT: blocking-call-on-main
  }
  void converted() {
    std::chrono::microseconds pause = 1min;
    std::this_thread::sleep_for(pause); // EXPECT: blocking-call-on-main
  }
  void named() {
    result.wait_for(Patience); // EXPECT: blocking-call-on-main
  }
  void fraction() {
    std::this_thread::sleep_for(std::chrono::duration<double>(0.25)); // EXPECT: blocking-call-on-main
  }
  void passed() { rest(100ms); }

private:
  void rest(std::chrono::milliseconds time) {
    std::this_thread::sleep_for(time); // EXPECT: blocking-call-on-main
  }
  std::future<int> result;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::literal);
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::made);
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::sum);
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::converted);
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::named);
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::fraction);
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::passed);
  timer.start(1000);
  panel.show();
  return app.exec();
}
