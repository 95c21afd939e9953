// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Main joins when its loop has ended and the worker has been told to stop: known with low confidence only.
#include <QApplication>
#include <QLabel>
#include <atomic>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::atomic<bool> stopping{false};
  QObject::connect(&app, &QApplication::aboutToQuit, [&] { stopping = true; });
  std::thread worker([&] {
    while (!stopping)
      QMetaObject::invokeMethod(&label, "update", Qt::BlockingQueuedConnection);
  });
  int code = app.exec();
  worker.join();
  return code;
}
