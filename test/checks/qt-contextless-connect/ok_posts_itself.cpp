// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functor runs on the worker and posts what belongs to the main thread.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  auto *thread = QThread::create([] {});
  QObject::connect(thread, &QThread::finished, [&label] {
    QMetaObject::invokeMethod(&label, [&label] { label.setText("finished"); }, Qt::QueuedConnection);
    QTimer::singleShot(0, &label, [&label] { label.show(); });
  });
  thread->start();
  return app.exec();
}
