// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "gui.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  ui = new t_gui;
  phone = new t_phone;
  phone_start();
  return app.exec();
}
