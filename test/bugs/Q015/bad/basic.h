// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window with its preview.
#pragma once
#include "obs.h"
#include <QWidget>

class OBSBasic : public QWidget {
public:
  OBSBasic();

private:
  static void RenderMain(void *data, unsigned cx, unsigned cy);
  QWidget *preview;
  obs_display_t *display;
  float scale = 1;
};
