// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// tryAcquire without a time-out never waits; the worker's acquire may.
#include <QApplication>
#include <QMouseEvent>
#include <QSemaphore>
#include <QThread>
#include <QWidget>

class Canvas : public QWidget {
public:
  explicit Canvas(QSemaphore *ready) : ready(ready) {}

protected:
  void mousePressEvent(QMouseEvent *) override {
    if (ready->tryAcquire())
      ++frames;
  }

private:
  QSemaphore *ready;
  int frames = 0;
};

class Producer : public QThread {
public:
  QSemaphore ready, space{8};

protected:
  void run() override {
    for (int i = 0; i < 100; ++i) {
      space.acquire();
      ready.release();
    }
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Producer producer;
  Canvas canvas(&producer.ready);
  canvas.show();
  producer.start();
  int code = app.exec();
  producer.wait();
  return code;
}
