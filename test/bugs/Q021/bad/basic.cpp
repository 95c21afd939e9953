// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q021, obs-studio: a lambda without captures becomes a C callback of the library's signal, which may fire on any
// thread; it updates the edit menu from the list's selection.
// CHECKS: qt-off-main-thread
#include "basic.h"

OBSBasic::OBSBasic() : sources(new QListWidget(this)), actionCopyFilters(new QAction(this)) {
  connect(sources, &QListWidget::itemSelectionChanged, this, &OBSBasic::UpdateEditMenu);
}

void OBSBasic::InitOBSCallbacks() {
  signalHandlers.reserve(2);
  signalHandlers.emplace_back(
      obs_get_signal_handler(), "source_filter_add",
      [](void *data, calldata *) { static_cast<OBSBasic *>(data)->UpdateEditMenu(); }, this);
}

void OBSBasic::UpdateEditMenu() {
  bool selected = sources->currentRow() >= 0; // EXPECT: qt-off-main-thread
  actionCopyFilters->setEnabled(selected);    // EXPECT: qt-off-main-thread
}
// CHAIN: script_thread -> signal_handler_signal -> lambda in OBSBasic::InitOBSCallbacks -> OBSBasic::UpdateEditMenu
