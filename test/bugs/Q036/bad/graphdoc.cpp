// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q036, depthmapX: the analysis thread ends the document's progress timer; killTimer works on the object's thread only.
#include "graphdoc.h"

GraphDoc::GraphDoc() : thread(this) {}

GraphDoc::~GraphDoc() { thread.wait(); }

void GraphDoc::begin() {
  Tid_progress = startTimer(500);
  thread.start();
}

void GraphDoc::DestroyWaitDialog() {
  killTimer(Tid_progress); // EXPECT: qobject-wrong-thread
  Tid_progress = 0;
}
// CHAIN: RenderThread::run -> GraphDoc::DestroyWaitDialog
