// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coreav.h"

CoreAV::CoreAV() : thread(new QThread) {
  moveToThread(thread);
  connect(thread, &QThread::started, this, &CoreAV::begin);
}

CoreAV::~CoreAV() {}

void CoreAV::begin() {
  iterate = new QTimer(this);
  connect(iterate, &QTimer::timeout, this, &CoreAV::process);
  iterate->start(20);
}

void CoreAV::process() { Q_EMIT avInvite(1); }

bool CoreAV::answerCall(int friendId) {
  if (QThread::currentThread() != thread) {
    bool answered = false;
    QMetaObject::invokeMethod(this, "answerCall", Qt::BlockingQueuedConnection, Q_RETURN_ARG(bool, answered), Q_ARG(int, friendId));
    return answered;
  }
  return friendId > 0;
}
