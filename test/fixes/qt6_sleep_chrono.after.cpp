// FLAGS: qt6
// STD: c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Durations say their unit themselves.
#include <QApplication>
#include <QPushButton>
#include <chrono>
#include <thread>
#include <QTimer>

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
    QTimer::singleShot(150ms, this, [this] {
      setDown(false);
    });
  }
  void fade() { QTimer::singleShot(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(80000)), this, [this] { setFlat(true); }); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Blinker blinker;
  blinker.show();
  return app.exec();
}
