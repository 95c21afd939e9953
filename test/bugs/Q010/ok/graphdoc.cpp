// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The document's body: shows what the thread reports.
// CHECKS: qt-off-main-thread,qobject-wrong-thread
#include "graphdoc.h"
#include <QMessageBox>

GraphDoc::GraphDoc() { connect(&thread, &RenderThread::showWarningMessage, this, &GraphDoc::OnShowWarningMessage); }

GraphDoc::~GraphDoc() { thread.wait(); }

GraphDoc::Outcome GraphDoc::analyse() { return nodes == 0 ? NoGraph : Failed; }

void GraphDoc::run() { thread.render(this); }

void GraphDoc::OnShowWarningMessage(const QString &title, const QString &message) {
  QMessageBox::warning(this, title, message);
}
