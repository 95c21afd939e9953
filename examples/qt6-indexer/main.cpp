// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt6-indexer [--quit-after=SECONDS]: lists and counts files. A program with the classic mistakes on purpose; the lines
// that offmain is to report say so.
#include "MainWindow.h"
#include <QApplication>
#include <QTimer>

int main(int argc, char **argv) {
  QApplication application(argc, argv);
  MainWindow window;
  window.show();
  for (const QString &argument : application.arguments())
    if (argument.startsWith("--quit-after="))
      QTimer::singleShot(argument.mid(13).toInt() * 1000, &application, &QApplication::quit);
  return application.exec();
}
