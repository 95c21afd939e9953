// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The heir waits in its own destructor, so it can die anywhere.
#include <QApplication>
#include <QThread>
#include <memory>

class Scanner : public QThread {
  Q_OBJECT
public:
  ~Scanner() override {
    requestInterruption();
    wait();
  }

protected:
  void run() override {
    while (!isInterruptionRequested())
      msleep(1);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Scanner local;
  local.start();
  auto owned = std::make_unique<Scanner>();
  owned->start();
  auto *heap = new Scanner;
  heap->start();
  int code = app.exec();
  delete heap;
  return code;
}
