// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread's body.
#include "renderthread.h"
#include "graphdoc.h"

void RenderThread::run() {
  document->analyse();
  document->DestroyWaitDialog();
}
