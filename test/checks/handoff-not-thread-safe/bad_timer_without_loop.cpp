// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pool thread and a std::thread make a timer to post something: neither runs an event loop, so it never fires.
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>
#include <thread>

static void work(QLabel *label) {
  auto *timer = new QTimer;
  timer->setSingleShot(true);
  QObject::connect(timer, &QTimer::timeout, label, [label] { label->setText(QStringLiteral("done")); });
  timer->start(0); // EXPECT: handoff-not-thread-safe
}

static void other() {
  QTimer timer;
  timer.start(100); // EXPECT: handoff-not-thread-safe
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QtConcurrent::run(work, &label);
  std::thread thread(other);
  int code = app.exec();
  thread.join();
  return code;
}
