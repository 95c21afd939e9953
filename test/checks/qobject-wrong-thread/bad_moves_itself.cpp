// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The constructor moves the object to a thread it owns; main calls its slot directly.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Service : public QObject {
  Q_OBJECT
public:
  Service() : thread(new QThread), timer(new QTimer(this)) {
    moveToThread(this->thread);
    thread->start();
  }
public slots:
  void begin() {
    timer->start(100); // EXPECT: qobject-wrong-thread
  }

private:
  QThread *thread;
  QTimer *timer;
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() { connect(this, &QPushButton::clicked, this, &Window::clickedHere); }
public slots:
  void clickedHere() { service.begin(); }

private:
  Service service;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
// CHAIN: Window::clickedHere -> Service::begin
