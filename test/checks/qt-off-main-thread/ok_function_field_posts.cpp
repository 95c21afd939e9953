// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same field holds a function that posts: nothing but invokeMethod runs on the scanner's thread.
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
      QMetaObject::invokeMethod(label, [this, n] { label->setNum(n); }, Qt::QueuedConnection);
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
