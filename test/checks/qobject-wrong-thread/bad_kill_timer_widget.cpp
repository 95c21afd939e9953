// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker tells the window to end its progress timer: killTimer works only on the object's own thread.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QThread>
#include <QTimerEvent>
#include <QWidget>

class Window : public QWidget {
public:
  void beginProgress() { timer = startTimer(200); }
  void endProgress() {
    killTimer(timer); // EXPECT: qobject-wrong-thread
    timer = 0;
  }

protected:
  void timerEvent(QTimerEvent *) override { ++steps; }

private:
  int timer = 0, steps = 0;
};

class Export : public QThread {
public:
  explicit Export(Window *window) : window(window) {}

protected:
  void run() override { window->endProgress(); }

private:
  Window *window;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.beginProgress();
  Export job(&window);
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
// CHAIN: Export::run -> Window::endProgress
