// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Times of the C++ library below what a user notices.
#include <QApplication>
#include <QTimer>
#include <QWidget>
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

constexpr std::chrono::microseconds Blink = 10ms;

class Panel : public QWidget {
  Q_OBJECT
public slots:
  void tick() {
    std::this_thread::sleep_for(2ms);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::this_thread::sleep_for(Blink);
    std::this_thread::sleep_for(500us * 4);
    std::this_thread::sleep_for(std::chrono::duration<double>(0.01));
    rest(3ms);
  }

private:
  void rest(std::chrono::nanoseconds time) { std::this_thread::sleep_for(time); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &panel, &Panel::tick);
  timer.start(1000ms);
  panel.show();
  return app.exec();
}
