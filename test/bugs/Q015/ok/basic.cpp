// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q015 as fixed: the display knows its own size.
#include "basic.h"
#include "displayhelpers.h"

OBSBasic::OBSBasic() : preview(new QWidget(this)), display(obs_display_create(640, 480)) {
  QSize size = GetPixelSize(preview);
  obs_display_resize(display, unsigned(size.width()), unsigned(size.height()));
  obs_display_add_draw_callback(display, OBSBasic::RenderMain, this);
}

void OBSBasic::RenderMain(void *data, unsigned cx, unsigned) {
  auto *window = static_cast<OBSBasic *>(data);
  unsigned width = 0, height = 0;
  obs_display_size(window->display, &width, &height);
  window->scale = float(width) / float(cx);
}
