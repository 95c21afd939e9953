// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q019, obs-studio: a draw callback enumerates the scene's items with a second callback, and that one asks the preview
// widget for its pixel ratio, all on the graphics thread.
// CHECKS: qt-off-main-thread
#include "preview.h"

void OBSBasicPreview::DrawSceneEditing() { obs_scene_enum_items(&scene, DrawSelectedItem, this); }

bool OBSBasicPreview::DrawSelectedItem(ObsScene *, SceneItem *item, void *param) {
  auto *preview = static_cast<OBSBasicPreview *>(param);
  if (!item->selected)
    return true;
  float ratio = float(preview->devicePixelRatioF()); // EXPECT: qt-off-main-thread
  preview->DrawSquareAtPos(item->x, item->y, ratio);
  return true;
}

void OBSBasicPreview::DrawSquareAtPos(float x, float y, float ratio) {
  lastX = x * ratio;
  lastY = y * ratio;
}

void OBSBasicPreview::resizeEvent(QResizeEvent *) {}
// CHAIN: graphics_thread -> RenderMain -> OBSBasicPreview::DrawSceneEditing -> OBSBasicPreview::DrawSelectedItem
