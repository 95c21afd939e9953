// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// timerEvent waits for the whole pool, by a helper in a class of its own.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QThreadPool>
#include <QTimerEvent>
#include <QWidget>

class Jobs {
public:
  void drain() {
    pool.waitForDone(); // EXPECT: blocking-call-on-main
  }

private:
  QThreadPool pool;
};

class Window : public QWidget {
public:
  Window() { startTimer(100); }

protected:
  void timerEvent(QTimerEvent *) override { jobs.drain(); }

private:
  Jobs jobs;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
// CHAIN: Window::timerEvent -> Jobs::drain
