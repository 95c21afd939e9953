// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q018 as fixed: the GUI thread keeps the current scene in an atomic member; drawing reads that.
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

Scene *OBSBasic::GetCurrentScene() { return currentScene; }

void OBSBasic::OnSceneSelected(QListWidgetItem *item) {
  currentScene = static_cast<Scene *>(item->data(Qt::UserRole).value<void *>());
}
