// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two objects of one class: the one that main uses is not the one that moves.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Ticker : public QObject {
  Q_OBJECT
public:
  void begin() { timer.start(100); }

private:
  QTimer timer{this};
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    there = new Ticker;
    there->moveToThread(&thread);
    connect(&thread, &QThread::started, there, &Ticker::begin);
    thread.start();
    connect(this, &QPushButton::clicked, this, &Window::begin);
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void begin() { here.begin(); }

private:
  QThread thread;
  Ticker here;
  Ticker *there;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
