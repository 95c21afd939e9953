// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "basic.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  OBSBasic window;
  window.show();
  obs_startup();
  int code = app.exec();
  obs_shutdown();
  return code;
}
