// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q010, depthmapX: the analysis thread's run() pops up message boxes when an analysis fails.
// CHECKS: qt-off-main-thread
#include "renderthread.h"
#include "graphdoc.h"
#include <QMessageBox>

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
    QMessageBox::warning(nullptr, tr("Warning"), tr("There is no graph")); // EXPECT: qt-off-main-thread
    break;
  case GraphDoc::Failed:
    QMessageBox::warning(nullptr, tr("Warning"), tr("Something failed")); // EXPECT: qt-off-main-thread
    break;
  }
}
// CHAIN: RenderThread::run
