// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pool function that waits for a reply in a loop of its own, bounded by a timer.
#include <QApplication>
#include <QEventLoop>
#include <QThreadPool>
#include <QTimer>

static void wait() {
  QEventLoop loop;
  QTimer limit;
  QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
  limit.start(5000);
  loop.exec();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThreadPool::globalInstance()->start([] { wait(); });
  return app.exec();
}
