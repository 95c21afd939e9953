// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q072, fixed: on the timer's own thread it is stopped directly.
#include "decoder.h"
#include <QCoreApplication>
#include <QThread>

DecoderInstance::DecoderInstance() {
  clear_timer.setInterval(250);
  clear_timer.moveToThread(qApp->thread());
}

DecoderInstance::~DecoderInstance() { ClearResources(); }

void DecoderInstance::Retrieve() { QMetaObject::invokeMethod(&clear_timer, "start", Qt::QueuedConnection); }

void DecoderInstance::ClearResources() {
  if (QThread::currentThread() == clear_timer.thread())
    clear_timer.stop();
  else
    QMetaObject::invokeMethod(&clear_timer, "stop", Qt::BlockingQueuedConnection);
}
