// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "window.h"
#include <QApplication>
#include <QPushButton>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button(&window);
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.startStreaming(QStringLiteral("key1")); });
  window.show();
  return app.exec();
}
