// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "perfparser.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  PerfParser parser;
  parser.startParseFile(QStringLiteral("perf.data"));
  return app.exec();
}
