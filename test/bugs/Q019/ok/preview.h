// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The preview widget: draws the handles of selected items.
#pragma once
#include "scene.h"
#include <QWidget>

class OBSBasicPreview : public QWidget {
public:
  void DrawSceneEditing();
  float GetDevicePixelRatio() const { return dpr; }

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  static bool DrawSelectedItem(ObsScene *scene, SceneItem *item, void *param);
  void DrawSquareAtPos(float x, float y, float ratio);
  ObsScene scene;
  float dpr = 1;
  float lastX = 0, lastY = 0;
};
