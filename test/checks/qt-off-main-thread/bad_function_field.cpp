// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The callback is a std::function kept in a field, set by the window, called by the scanner's thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <functional>
#include <thread>

class Scanner {
public:
  std::function<void(int)> onProgress;
  void start() { thread = std::thread(&Scanner::run, this); }
  ~Scanner() {
    if (thread.joinable())
      thread.join();
  }

private:
  void run() {
    for (int i = 0; i < 3; ++i)
      if (onProgress)
        onProgress(i);
  }
  std::thread thread;
};

class Window : public QWidget {
public:
  Window() : label(new QLabel(this)) {
    scanner.onProgress = [this](int n) {
      label->setNum(n); // EXPECT: qt-off-main-thread
    };
  }
  void begin() { scanner.start(); }

private:
  QLabel *label;
  Scanner scanner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.begin();
  return app.exec();
}
// CHAIN: Scanner::run -> lambda in Window::Window
