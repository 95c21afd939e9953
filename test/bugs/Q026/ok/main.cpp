// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: an export in the pool.
#include "errorhelper.h"
#include "mainwindow.h"
#include <QApplication>
#include <QtConcurrent>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MainWindow window;
  window.show();
  report_error("no %s", "config");
  QtConcurrent::run(export_dives_xslt, argv[argc - 1]);
  return app.exec();
}
