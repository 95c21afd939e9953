// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q072, olive: a decoder made in a render thread keeps its timer on the main thread, and stops it by a blocking
// invocation; but decoders are also destroyed on the main thread.
#include "decoder.h"
#include <QCoreApplication>

DecoderInstance::DecoderInstance() {
  clear_timer.setInterval(250);
  clear_timer.moveToThread(qApp->thread());
}

DecoderInstance::~DecoderInstance() { ClearResources(); }

void DecoderInstance::Retrieve() { QMetaObject::invokeMethod(&clear_timer, "start", Qt::QueuedConnection); }

void DecoderInstance::ClearResources() {
  QMetaObject::invokeMethod(&clear_timer, "stop", Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
}
// CHAIN: DecoderInstance::~DecoderInstance -> DecoderInstance::ClearResources
