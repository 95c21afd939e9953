// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: a console, a save button.
#include "binfilter.h"
#include "console.h"
#include <QApplication>
#include <QPushButton>
#include <QTimer>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QListWidget list;
  list.show();
  ccConsole console(&list);
  ccLog::RegisterInstance(&console);
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &list, [&console] { console.refresh(); });
  timer.start(1000);
  QPushButton save(QStringLiteral("Save"));
  save.show();
  QObject::connect(&save, &QPushButton::clicked, &save, [] {
    BinFilter filter;
    if (filter.saveToFile(QStringLiteral("cloud.bin")) != 0)
      ccLog::Print("not saved");
  });
  return app.exec();
}
