// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q001, CloudCompare: the console showed errors in a message box from whichever thread logged them; save jobs of the
// pool log errors. Reduced: static log, virtual sink of a singleton, job in a third file.
// CHECKS: qt-off-main-thread
#include "console.h"
#include <QMessageBox>

void ccConsole::displayMessage(const QString &message, Level level) {
  mutex.lock();
  queue.append(message);
  mutex.unlock();
  if (level == Failure)
    QMessageBox::warning(nullptr, QStringLiteral("Error"), message); // EXPECT: qt-off-main-thread
}

void ccConsole::refresh() {
  QMutexLocker locker(&mutex);
  list->addItems(queue);
  queue.clear();
}
// CHAIN: saveVersion2 -> ccLog::Error -> ccConsole::displayMessage
