// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// finished() deletes the thread: as its last act it is about to end, and the destructor waits for that.
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
    auto *scanner = new Scanner;
    connect(scanner, &QThread::finished, scanner, &QObject::deleteLater);
    scanner->start();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
