// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q010 as fixed: the thread emits; a slot of the document shows the box.
#include "renderthread.h"
#include "graphdoc.h"

void RenderThread::render(GraphDoc *document) {
  pDoc = document;
  if (!isRunning())
    start(LowPriority);
}

void RenderThread::run() {
  switch (pDoc->analyse()) {
  case GraphDoc::Cancelled:
    break;
  case GraphDoc::NoGraph:
    emit showWarningMessage(tr("Warning"), tr("There is no graph"));
    break;
  case GraphDoc::Failed:
    emit showWarningMessage(tr("Warning"), tr("Something failed"));
    break;
  }
}
