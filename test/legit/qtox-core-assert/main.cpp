// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: the window's signal reaches the core by an automatic connection.
#include "core.h"
#include <QApplication>
#include <QComboBox>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Core core;
  QComboBox status;
  status.show();
  QObject::connect(&status, QOverload<int>::of(&QComboBox::activated), &core, &Core::setStatus);
  QObject::connect(&core, &Core::connected, &status, &QWidget::show);
  core.start();
  return app.exec();
}
