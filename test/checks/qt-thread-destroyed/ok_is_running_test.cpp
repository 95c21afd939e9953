// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Waited for only where it still runs; the other way out is one where it has ended.
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
    if (scanner->isRunning()) {
      scanner->requestInterruption();
      scanner->wait();
    }
    delete scanner;
  }

private:
  Scanner *scanner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  Scanner other;
  other.start();
  while (!other.isFinished())
    app.processEvents();
  return 0;
}
