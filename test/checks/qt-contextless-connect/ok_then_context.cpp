// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The last continuation has a context object; the one before it, without one, only computes.
#include <QApplication>
#include <QFuture>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QtConcurrent::run([] { return 1; }).then([](int n) { return n + 1; }).then(&label, [&label](int n) { label.setNum(n); });
  return app.exec();
}
