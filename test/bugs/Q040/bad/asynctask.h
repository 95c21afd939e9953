// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a task in the pool and waits for it in a nested loop.
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

} // namespace AsyncTask
