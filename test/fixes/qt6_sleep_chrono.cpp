// FLAGS: qt6
// STD: c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Durations say their unit themselves.
#include <QApplication>
#include <QPushButton>
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

class Blinker : public QPushButton {
  Q_OBJECT
public:
  Blinker() {
    connect(this, &QPushButton::pressed, this, &Blinker::blink);
    connect(this, &QPushButton::released, this, &Blinker::fade);
  }
public slots:
  void blink() {
    setDown(true);
    std::this_thread::sleep_for(150ms);
    setDown(false);
  }
  void fade() { std::this_thread::sleep_for(std::chrono::microseconds(80000)); setFlat(true); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Blinker blinker;
  blinker.show();
  return app.exec();
}
