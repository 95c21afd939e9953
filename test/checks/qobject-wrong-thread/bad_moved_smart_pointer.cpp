// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The object is in a smart pointer, filled later.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>
#include <memory>

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    timer.reset(new QTimer);
    timer->moveToThread(&thread);
    other = std::make_unique<QTimer>();
    other.get()->moveToThread(&thread);
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
    other->start(100); // EXPECT: qobject-wrong-thread
  }

private:
  QThread thread;
  std::unique_ptr<QTimer> timer, other;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
