// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two wrappers of the project, a function and a template, are hand-offs: what is given to them runs on main.
#include "gui.h"
#include <QApplication>
#include <QLabel>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker([&label] {
    postToGui([&label] { label.setText(QStringLiteral("half")); });
    onGui([&label] { label.setText(QStringLiteral("whole")); });
  });
  int code = app.exec();
  worker.join();
  return code;
}
