// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "cmdsocket.h"
#include "gui.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MphoneForm window;
  window.show();
  ui = new t_gui(&window);
  cmdsocket::start();
  return app.exec();
}
