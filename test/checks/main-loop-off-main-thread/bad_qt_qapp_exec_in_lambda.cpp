// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qApp->exec() in a pool job, two calls down.
// CHECKS: main-loop-off-main-thread
#include <QApplication>
#include <QtConcurrent>

static int runLoop() {
  return qApp->exec(); // EXPECT: main-loop-off-main-thread
}

static int serve() { return runLoop(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QFuture<int> job = QtConcurrent::run([] { return serve(); });
  int code = app.exec();
  job.waitForFinished();
  return code;
}
// CHAIN: lambda in main -> serve -> runLoop
