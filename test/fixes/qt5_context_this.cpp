// FLAGS: qt5
// RUN: yes
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lambda works on this object, which is a QObject: it is the context.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Window : public QWidget {
public:
  Window() {
    connect(&thread, &QThread::started, [this] { label->setText("at work"); });
    thread.start();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }

private:
  QLabel *label = new QLabel(this);
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
