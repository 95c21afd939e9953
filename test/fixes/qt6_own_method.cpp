// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The widget's own method, and one of a widget that hangs below it.
#include <QApplication>
#include <QMainWindow>
#include <QStatusBar>
#include <thread>

class Window : public QMainWindow {
public:
  void begin() {
    statusBar(); // a thread that makes it makes a broken one
    worker = std::thread([this] { work(3); });
  }
  ~Window() override { worker.join(); }

private:
  void work(int count) {
    setWindowTitle(QString::number(count));
    statusBar()->showMessage(title(), 2000);
  }
  static QString title() { return QStringLiteral("working"); }
  std::thread worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.begin();
  return app.exec();
}
