// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "cmdsocket.h"
#include "gui.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  t_gui gui;
  ui = &gui;
  gui.mainWindow.show();
  static int commands[] = {cmdsocket::Show, cmdsocket::Hide, cmdsocket::None};
  cmdsocket::listen(commands);
  return app.exec();
}
