// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot of `finished` asks the future that the watcher was given, which it has captured.
#include <QApplication>
#include <QFutureWatcher>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent>

static int crunch() { return 42; }

template <typename Task, typename Done> void runThen(Task task, QObject *context, Done done) {
  auto future = QtConcurrent::run(task);
  auto watcher = new QFutureWatcher<decltype(future.result())>(context);
  QObject::connect(watcher, &QFutureWatcherBase::finished, context, [=]() {
    watcher->deleteLater();
    done(future.result());
  });
  watcher->setFuture(future);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &button, [&button] {
    runThen(crunch, &button, [&button](int sum) { button.setText(QString::number(sum)); });
  });
  button.show();
  return app.exec();
}
