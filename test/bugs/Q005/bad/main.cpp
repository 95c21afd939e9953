// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "gui.h"
#include "log.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  ui = new t_gui;
  ui->run();
  t_log log;
  log.start_watching();
  return app.exec();
}
