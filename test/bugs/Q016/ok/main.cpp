// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program; another user of the wrapper does its work as it should.
#include "page.h"
#include "wrappers.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  StreamPage page;
  page.show();
  int warm = 0;
  QScopedPointer<QThread> warmUp(CreateQThread([&warm] { ++warm; }));
  warmUp->start();
  int code = app.exec();
  warmUp->wait();
  return code;
}
