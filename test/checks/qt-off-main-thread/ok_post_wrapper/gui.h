// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own hand-off: its callable only ever runs on the GUI thread.
#pragma once
#include <QCoreApplication>
#include <QMetaObject>
#include <functional>

void postToGui(std::function<void()> task);

template <typename Callable> void onGui(Callable callable) {
  QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(callable), Qt::QueuedConnection);
}
