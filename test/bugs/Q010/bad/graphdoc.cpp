// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The document's body. No dialog is made here.
#include "graphdoc.h"

GraphDoc::GraphDoc() {}

GraphDoc::~GraphDoc() { thread.wait(); }

GraphDoc::Outcome GraphDoc::analyse() { return nodes == 0 ? NoGraph : Failed; }

void GraphDoc::run() { thread.render(this); }

void GraphDoc::OnShowWarningMessage(const QString &, const QString &) {}
