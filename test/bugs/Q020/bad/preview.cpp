// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q020, obs-studio: the preview draws spacing helpers when exactly one item is selected and asks the list view's
// selection for that, on the graphics thread.
// CHECKS: qt-off-main-thread
#include "basic.h"
#include <QItemSelectionModel>

void OBSBasicPreview::DrawSpacingHelpers() {
  QItemSelectionModel *selection = main->sources->selectionModel(); // EXPECT: qt-off-main-thread
  if (selection->selectedIndexes().size() != 1)
    return;
  ++helpers;
}
// CHAIN: loop -> OBSBasic::RenderMain -> OBSBasicPreview::DrawSpacingHelpers
