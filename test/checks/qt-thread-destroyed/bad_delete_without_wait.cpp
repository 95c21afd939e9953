// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread is deleted right after quit().
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
public:
  Window() {
    scanner = new Scanner;
    scanner->start();
  }
  ~Window() override {
    scanner->requestInterruption();
    delete scanner; // EXPECT: qt-thread-destroyed
  }

private:
  Scanner *scanner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
