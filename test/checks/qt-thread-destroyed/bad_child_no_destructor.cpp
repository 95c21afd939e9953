// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same without a destructor: the finding stands where the child is made.
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
  Window() : scanner(new Scanner(this)) { // EXPECT: qt-thread-destroyed
    scanner->start();
  }

private:
  class Scanner : public ::Scanner {
  public:
    explicit Scanner(QObject *parent) { setParent(parent); }
  };
  Scanner *scanner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
