// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "mainwindow.h"
#include <QApplication>
#include <QPushButton>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MainWindow window;
  QPushButton about(&window);
  QObject::connect(&about, &QPushButton::clicked, &window, &MainWindow::openAbout);
  window.show();
  return app.exec();
}
