// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window's body.
#include "basic.h"
#include "graphics.h"

OBSBasic::OBSBasic() : sources(new QListView(this)), preview(this) {
  graphics_add_callback(OBSBasic::RenderMain, this);
}

void OBSBasic::RenderMain(void *data) { static_cast<OBSBasic *>(data)->preview.DrawSpacingHelpers(); }

std::vector<int> OBSBasic::SelectedItems() {
  std::lock_guard<std::mutex> lock(mutex);
  return selected;
}

void OBSBasic::SelectItem(int id) {
  std::lock_guard<std::mutex> lock(mutex);
  selected.assign(1, id);
}
