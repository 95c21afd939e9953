// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Timers of main; a worker posts with invokeMethod, which starts one there.
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QTimer timer;
  timer.start(100);
  std::thread worker([&label] {
    QMetaObject::invokeMethod(&label, [&label] {
      auto *later = new QTimer(&label);
      later->start(10);
    }, Qt::QueuedConnection);
  });
  int code = app.exec();
  worker.join();
  return code;
}
