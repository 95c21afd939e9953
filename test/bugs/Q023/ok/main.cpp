// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "widget.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Widget widget;
  widget.init();
  widget.show();
  return app.exec();
}
