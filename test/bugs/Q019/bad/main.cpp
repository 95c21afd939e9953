// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: the window's render callback stands in the main file.
#include "preview.h"
#include <QApplication>

static void RenderMain(void *param) { static_cast<OBSBasicPreview *>(param)->DrawSceneEditing(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  OBSBasicPreview preview;
  preview.show();
  obs_add_draw_callback(RenderMain, &preview);
  obs_graphics_start();
  return app.exec();
}
