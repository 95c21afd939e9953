// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q018, obs-studio: while drawing, the preview asks the main window for the current scene, which reads a list widget:
// a read from the graphics thread, two calls below the draw callback.
// CHECKS: qt-off-main-thread
#include "basic.h"
#include "display.h"

static OBSBasic *s_window;

OBSBasic *OBSBasic::Get() { return s_window; }

OBSBasic::OBSBasic() : scenes(new QListWidget(this)) {
  s_window = this;
  connect(scenes, &QListWidget::itemActivated, this, &OBSBasic::OnSceneSelected);
}

void OBSBasic::StartDisplay() {
  obs_display *display = obs_display_create();
  obs_display_add_draw_callback(display, OBSBasic::RenderMain, this);
  obs_display_run(display);
}

void OBSBasic::RenderMain(void *data, unsigned, unsigned) { static_cast<OBSBasic *>(data)->preview.DrawSceneEditing(); }

void OBSBasicPreview::DrawSceneEditing() {
  if (Scene *scene = OBSBasic::Get()->GetCurrentScene())
    drawn = scene->id;
}

Scene *OBSBasic::GetCurrentScene() {
  QListWidgetItem *item = scenes->currentItem(); // EXPECT: qt-off-main-thread
  return item ? static_cast<Scene *>(item->data(Qt::UserRole).value<void *>()) : nullptr;
}

void OBSBasic::OnSceneSelected(QListWidgetItem *) {}
// CHAIN: graphics_loop -> OBSBasic::RenderMain -> OBSBasicPreview::DrawSceneEditing -> OBSBasic::GetCurrentScene
