// FLAGS: qt5
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A branch without braces stays one statement.
#include <QApplication>
#include <QLabel>
#include <thread>

static void work(QLabel *label, bool done) {
  if (done)
    QMetaObject::invokeMethod(label, [label] { label->hide(); }, Qt::QueuedConnection);
  else
    QMetaObject::invokeMethod(label, [label] { label->setText("still at it"); }, Qt::QueuedConnection);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label, argc] { work(&label, argc > 1); });
  int code = app.exec();
  worker.join();
  return code;
}
