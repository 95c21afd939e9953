// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a task in the pool and calls back on the context's thread.
#pragma once
#include <QFutureWatcher>
#include <QtConcurrent>
#include <functional>

namespace AsyncTask {

template <typename FunctionObject, typename Callback>
void runThenCallback(FunctionObject task, QObject *context, Callback callback) {
  using FutureResult = decltype(task());
  auto *watcher = new QFutureWatcher<FutureResult>(context);
  QObject::connect(watcher, &QFutureWatcherBase::finished, context, [=] {
    watcher->deleteLater();
    callback(watcher->result());
  });
  watcher->setFuture(QtConcurrent::run(task));
}

} // namespace AsyncTask
