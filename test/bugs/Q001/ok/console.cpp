// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q001 as fixed: the box is shown only when the message comes from the GUI thread.
// CHECKS: qt-off-main-thread,qobject-wrong-thread
#include "console.h"
#include <QApplication>
#include <QMessageBox>
#include <QThread>

void ccConsole::displayMessage(const QString &message, Level level) {
  mutex.lock();
  queue.append(message);
  mutex.unlock();
  if (level == Failure && QThread::currentThread() == qApp->thread())
    QMessageBox::warning(nullptr, QStringLiteral("Error"), message);
}

void ccConsole::refresh() {
  QMutexLocker locker(&mutex);
  list->addItems(queue);
  queue.clear();
}
