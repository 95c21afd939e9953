// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// startTimer on an object of main, called by a std::thread.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <thread>

class Watchdog : public QObject {
public:
  void arm() {
    id = startTimer(5000); // EXPECT: qobject-wrong-thread
  }

private:
  int id = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Watchdog watchdog;
  std::thread worker([&watchdog] { watchdog.arm(); });
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: lambda in main -> Watchdog::arm
