// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Qt's own event dispatcher, without GLib: a slot that sleeps, a process that is waited for; neither waiting for events nor a
// nested loop is a stall, nor is what comes after the loop.
// ENV: QT_NO_GLIB=1
#include <QtWidgets>

static void sleeps() {
  QThread::msleep(500); // EXPECT(blocking-call-on-main *sleep)
}

static void waits() {
  QProcess process;
  process.start("sleep", {"0.5"});
  process.waitForFinished(); // EXPECT(blocking-call-on-main *)
}

static void nested() {
  QEventLoop loop;
  QTimer::singleShot(500, &loop, &QEventLoop::quit);
  loop.exec();
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < 400;)
    QCoreApplication::processEvents();
}

static void cleanUp(int depth) {
  volatile char room[4000];
  room[0] = 0;
  if (depth)
    cleanUp(depth - 1);
  else
    QThread::msleep(400);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QTimer::singleShot(20, sleeps);
  QTimer::singleShot(600, waits);
  QTimer::singleShot(1200, nested);
  QTimer::singleShot(2600, &app, &QApplication::quit);
  int result = app.exec();
  cleanUp(4);
  return result;
}
