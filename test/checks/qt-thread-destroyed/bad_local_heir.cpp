// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot starts a thread object that dies when the slot returns.
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
  Window() { connect(this, &QPushButton::clicked, this, &Window::scan); }
public slots:
  void scan() {
    Scanner scanner;
    scanner.start();
    setText(QStringLiteral("scanning"));
  } // EXPECT: qt-thread-destroyed
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
