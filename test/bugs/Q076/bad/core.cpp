// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "core.h"
#include <QMutexLocker>

void Core::start() {
  timer = new QTimer(this);
  connect(timer, &QTimer::timeout, this, &Core::process);
  timer->start(50);
}

void Core::process() {
  QMutexLocker locker(&coreLoopLock);
  Q_EMIT fileAvatarOfferReceived(1);
}

void Core::acceptAvatar(int friendId) {
  QMutexLocker locker(&coreLoopLock);
  accepted = friendId;
}
