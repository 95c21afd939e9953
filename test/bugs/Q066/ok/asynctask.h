// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a task in the pool: waiting in a nested loop, or calling back when it is done.
#pragma once
#include <QEventLoop>
#include <QFutureWatcher>
#include <QtConcurrent>

namespace AsyncTask {

template <typename FutureResult> FutureResult waitForFuture(QFuture<FutureResult> future) {
  QEventLoop loop;
  QFutureWatcher<FutureResult> watcher;
  QObject::connect(&watcher, SIGNAL(finished()), &loop, SLOT(quit()));
  watcher.setFuture(future);
  loop.exec();
  return watcher.result();
}

template <typename FunctionObject> auto runAndWaitForFuture(FunctionObject task) -> decltype(task()) {
  return waitForFuture(QtConcurrent::run(task));
}

template <typename FunctionObject, typename Callback>
void runThenCallback(FunctionObject task, QObject *context, Callback callback) {
  using Result = decltype(task());
  auto *watcher = new QFutureWatcher<Result>(context);
  QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, callback] {
    callback(watcher->result());
    watcher->deleteLater();
  });
  watcher->setFuture(QtConcurrent::run(task));
}

} // namespace AsyncTask
