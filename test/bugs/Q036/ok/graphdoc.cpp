// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q036 as fixed: the thread's signal is connected to the slot that ends the timer.
#include "graphdoc.h"

GraphDoc::GraphDoc() : thread(this) {
  connect(&thread, &RenderThread::closeWaitDialog, this, &GraphDoc::DestroyWaitDialog);
}

GraphDoc::~GraphDoc() { thread.wait(); }

void GraphDoc::begin() {
  Tid_progress = startTimer(500);
  thread.start();
}

void GraphDoc::DestroyWaitDialog() {
  killTimer(Tid_progress);
  Tid_progress = 0;
}
