// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The timer moves along with its parent.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    root = new QObject;
    timer = new QTimer(root);
    late = new QTimer;
    late->setParent(root);
    root->moveToThread(&thread);
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
    late->start(100); // EXPECT: qobject-wrong-thread
  }

private:
  QThread thread;
  QObject *root;
  QTimer *timer, *late;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
