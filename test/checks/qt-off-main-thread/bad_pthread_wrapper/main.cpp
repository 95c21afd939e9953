// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does the way lead through a void* entry function and the wrapper's virtual run()?
#include "thread.h"
#include <QApplication>
#include <QLCDNumber>

class Clock : public Thread {
public:
  explicit Clock(QLCDNumber *face) : face(face) {}

protected:
  void run() override { tick(1); }

private:
  void tick(int second) {
    face->display(second); // EXPECT: qt-off-main-thread
  }
  QLCDNumber *face;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLCDNumber face;
  face.show();
  Clock clock(&face);
  clock.start();
  int code = app.exec();
  clock.join();
  return code;
}
// CHAIN: Thread::entry -> Clock::run -> Clock::tick
