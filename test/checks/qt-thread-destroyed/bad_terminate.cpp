// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// terminate() ends a thread wherever it is.
#include <QApplication>
#include <QThread>
#include <QPushButton>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    scanner.start();
    connect(this, &QPushButton::clicked, this, &Window::cancel);
  }
  ~Window() override {
    scanner.requestInterruption();
    scanner.wait();
  }
public slots:
  void cancel() {
    scanner.terminate(); // EXPECT: qt-thread-destroyed
  }

private:
  Scanner scanner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
