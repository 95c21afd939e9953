// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Main stays in an event loop until the thread has ended, and so answers it; the wait after that returns at once.
#include <QApplication>
#include <QEventLoop>
#include <QLabel>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void value(int n);

private:
  void run() override { Q_EMIT value(1); }
};

class Window : public QLabel {
  Q_OBJECT
public:
  void work() {
    Job job;
    connect(&job, &Job::value, this, [this](int n) { setNum(n); }, Qt::BlockingQueuedConnection);
    QEventLoop loop;
    connect(&job, &QThread::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.work();
  window.show();
  return app.exec();
}
