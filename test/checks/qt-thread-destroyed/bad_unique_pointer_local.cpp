// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unique_ptr goes out of scope with a running thread.
#include <QApplication>
#include <QThread>
#include <memory>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto scanner = std::make_unique<Scanner>();
  scanner->start();
  return app.exec(); // EXPECT: qt-thread-destroyed
}
