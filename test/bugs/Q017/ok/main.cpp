// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "projector.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  OBSBasic window;
  window.show();
  window.OpenProjector();
  obs_release_in_background();
  return app.exec();
}
