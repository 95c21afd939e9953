// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "graphdoc.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  GraphDoc document;
  document.show();
  document.begin();
  return app.exec();
}
