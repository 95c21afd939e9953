// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper moves whatever object it is given; main then starts the timer that it was given.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

static void relocate(QObject *object, QThread *thread) { object->moveToThread(thread); }

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() : timer(new QTimer) {
    relocate(timer, &thread);
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
