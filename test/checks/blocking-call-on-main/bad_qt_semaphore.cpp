// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mouse press waits for a semaphore that a worker releases.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QMouseEvent>
#include <QSemaphore>
#include <QWidget>

class Canvas : public QWidget {
public:
  explicit Canvas(QSemaphore *ready) : ready(ready) {}

protected:
  void mousePressEvent(QMouseEvent *) override { waitForFrame(); }

private:
  void waitForFrame() {
    ready->acquire(); // EXPECT: blocking-call-on-main
    ++frames;
  }
  QSemaphore *ready;
  int frames = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QSemaphore ready;
  Canvas canvas(&ready);
  canvas.show();
  return app.exec();
}
// CHAIN: Canvas::mousePressEvent -> Canvas::waitForFrame
