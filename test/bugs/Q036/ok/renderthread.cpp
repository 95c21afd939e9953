// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread's body: it only says that it is done.
#include "renderthread.h"
#include "graphdoc.h"

void RenderThread::run() {
  document->analyse();
  emit closeWaitDialog();
}
