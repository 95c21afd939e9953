// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// A crash reporter of its own process, made before the application is.
#include <QApplication>
#include <QLabel>
#include <unistd.h>

static int report(int argc, char **argv) {
  QApplication App(argc, argv);
  QLabel Text("it crashed");
  Text.show();
  return App.exec();
}

int main(int argc, char **argv) {
  if (fork() == 0)
    return report(argc, argv);
  QApplication App(argc, argv);
  QLabel Main("main");
  Main.show();
  return App.exec();
}
