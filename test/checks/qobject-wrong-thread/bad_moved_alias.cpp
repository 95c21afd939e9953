// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The move names a local that holds the same object as the field.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    auto *clock = new QTimer;
    timer = clock;
    QObject *object = timer;
    object->moveToThread(&thread);
    thread.start();
    connect(this, &QPushButton::clicked, this, &Window::begin);
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void begin() {
    timer->start(100); // EXPECT: qobject-wrong-thread
  }

private:
  QThread thread;
  QTimer *timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
