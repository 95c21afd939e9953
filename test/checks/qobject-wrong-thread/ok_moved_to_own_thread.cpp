// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A move to the current thread, or to the thread of an object that lives here, moves nothing.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() : first(new QTimer), second(new QTimer), third(new QTimer) {
    first->moveToThread(QThread::currentThread());
    second->moveToThread(thread());
    QThread *gui = QApplication::instance()->thread();
    third->moveToThread(gui);
    connect(this, &QPushButton::clicked, this, &Window::begin);
  }
public slots:
  void begin() {
    first->start(100);
    second->start(100);
    third->start(100);
  }

private:
  QTimer *first, *second, *third;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
