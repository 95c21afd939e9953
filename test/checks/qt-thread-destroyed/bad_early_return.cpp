// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One way out of the function forgets to wait.
#include <QApplication>
#include <QThread>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

static int scanned(bool quick) {
  Scanner scanner;
  scanner.start();
  if (quick)
    return 0; // EXPECT: qt-thread-destroyed
  scanner.wait();
  return 1;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  return scanned(argc > 1) + scanned(false);
}
