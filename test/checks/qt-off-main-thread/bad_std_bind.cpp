// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::bind of a member function, kept in a std::function, given to a thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QSlider>
#include <functional>
#include <thread>

class Volume : public QSlider {
public:
  void apply(int level) {
    setSliderPosition(level); // EXPECT: qt-off-main-thread
  }
};

static void later(std::function<void()> task) { task(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Volume volume;
  volume.show();
  std::thread fader(later, std::bind(&Volume::apply, &volume, 30));
  int code = app.exec();
  fader.join();
  return code;
}
// CHAIN: later -> Volume::apply
