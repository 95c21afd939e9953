// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q021 as fixed: the lambda posts.
#include "basic.h"

OBSBasic::OBSBasic() : sources(new QListWidget(this)), actionCopyFilters(new QAction(this)) {
  connect(sources, &QListWidget::itemSelectionChanged, this, &OBSBasic::UpdateEditMenu);
}

void OBSBasic::InitOBSCallbacks() {
  signalHandlers.reserve(2);
  signalHandlers.emplace_back(
      obs_get_signal_handler(), "source_filter_add",
      [](void *data, calldata *) {
        QMetaObject::invokeMethod(static_cast<OBSBasic *>(data), &OBSBasic::UpdateEditMenu, Qt::QueuedConnection);
      },
      this);
}

void OBSBasic::UpdateEditMenu() {
  bool selected = sources->currentRow() >= 0;
  actionCopyFilters->setEnabled(selected);
}
