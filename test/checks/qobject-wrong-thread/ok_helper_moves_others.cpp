// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper moves the objects of two of its callers; the third keeps its timer at home.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

static void relocate(QObject *object, QThread *thread) { object->moveToThread(thread); }

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() : timer(new QTimer), moved(new QTimer), object(new QObject) {
    relocate(moved, &thread);
    relocate(object, &thread);
    thread.start();
    connect(this, &QPushButton::clicked, this, &Window::begin);
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void begin() { timer->start(100); }

private:
  QThread thread;
  QTimer *timer, *moved;
  QObject *object;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
