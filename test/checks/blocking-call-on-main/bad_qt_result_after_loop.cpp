// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The loop of an event loop of its own waits for the future, so the result is there when it ends: one note, for the loop.
#include <QApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QPushButton>
#include <QtConcurrent>

static int crunch() { return 42; }

template <typename T> T waitFor(QFuture<T> future) {
  QEventLoop loop;
  QFutureWatcher<T> watcher;
  QObject::connect(&watcher, SIGNAL(finished()), &loop, SLOT(quit()));
  watcher.setFuture(future);
  loop.exec(); // EXPECT: blocking-call-on-main
  return future.result();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &button,
                   [&button] { button.setText(QString::number(waitFor(QtConcurrent::run(crunch)))); });
  button.show();
  return app.exec();
}
