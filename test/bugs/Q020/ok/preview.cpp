// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q020 as fixed: the scene's own data is asked.
#include "basic.h"

void OBSBasicPreview::DrawSpacingHelpers() {
  if (main->SelectedItems().size() != 1)
    return;
  ++helpers;
}
