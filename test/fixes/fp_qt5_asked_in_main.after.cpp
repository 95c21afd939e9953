// FLAGS: qt5
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main thread waits for the worker rather than for its call, and asks before its loop has run.
#include <QApplication>
#include <QLabel>
#include <cstdio>
#include <thread>

static void work(QLabel *label) { QMetaObject::invokeMethod(label, [label] { label->setText("done"); }, Qt::QueuedConnection); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label] { work(&label); });
  worker.join();
  printf("%s\n", qPrintable(label.text()));
  return app.exec();
}
