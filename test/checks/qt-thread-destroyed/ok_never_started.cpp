// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread that is made but never started does not run.
#include <QApplication>
#include <QThread>
#include <QWidget>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

class Window : public QWidget {
  Q_OBJECT
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  Scanner scanner;
  window.show();
  return app.exec();
}
