// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Started, used, deleted in one function.
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

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *scanner = new Scanner;
  scanner->start();
  int code = app.exec();
  scanner->quit();
  delete scanner; // EXPECT: qt-thread-destroyed
  return code;
}
