// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A smart pointer destroys the thread with its owner, whose destructor does not wait.
#include <QApplication>
#include <QThread>
#include <QScopedPointer>
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
    scanner.reset(new Scanner);
    scanner->start();
  }
  ~Window() override { // EXPECT: qt-thread-destroyed
    hide();
  }

private:
  QScopedPointer<QThread> scanner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
