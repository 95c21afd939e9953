// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Picks the connection type for calls that need an answer from the GUI thread.
#pragma once
#include <QApplication>
#include <QThread>

static inline Qt::ConnectionType WaitConnection() {
  return qApp->thread() == QThread::currentThread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
}
