// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A watcher on the main thread emits there, wherever its future is computed.
#include <QApplication>
#include <QFutureWatcher>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QFutureWatcher<int> watcher;
  QObject::connect(&watcher, &QFutureWatcher<int>::finished, [&] { label.setNum(watcher.result()); });
  watcher.setFuture(QtConcurrent::run([] { return 5; }));
  return app.exec();
}
