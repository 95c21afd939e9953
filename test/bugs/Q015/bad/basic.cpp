// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q015, obs-studio: the draw callback, on the graphics thread of a C library, asks the preview widget for its size by
// a helper in a header.
// CHECKS: qt-off-main-thread
#include "basic.h"
#include "displayhelpers.h"

OBSBasic::OBSBasic() : preview(new QWidget(this)), display(obs_display_create(640, 480)) {
  obs_display_add_draw_callback(display, OBSBasic::RenderMain, this);
}

void OBSBasic::RenderMain(void *data, unsigned cx, unsigned) {
  auto *window = static_cast<OBSBasic *>(data);
  QSize size = GetPixelSize(window->preview);
  window->scale = float(size.width()) / float(cx);
}
// CHAIN: obs_graphics_thread -> render_display -> OBSBasic::RenderMain -> GetPixelSize
