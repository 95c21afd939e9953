// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "basic.h"
#include "graphics.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  OBSBasic window;
  window.show();
  window.SelectItem(3);
  graphics_start();
  return app.exec();
}
