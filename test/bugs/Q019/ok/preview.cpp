// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q019 as fixed: the GUI thread keeps the ratio in a member.
#include "preview.h"

void OBSBasicPreview::DrawSceneEditing() { obs_scene_enum_items(&scene, DrawSelectedItem, this); }

bool OBSBasicPreview::DrawSelectedItem(ObsScene *, SceneItem *item, void *param) {
  auto *preview = static_cast<OBSBasicPreview *>(param);
  if (!item->selected)
    return true;
  preview->DrawSquareAtPos(item->x, item->y, preview->GetDevicePixelRatio());
  return true;
}

void OBSBasicPreview::DrawSquareAtPos(float x, float y, float ratio) {
  lastX = x * ratio;
  lastY = y * ratio;
}

void OBSBasicPreview::resizeEvent(QResizeEvent *) { dpr = float(devicePixelRatioF()); }
