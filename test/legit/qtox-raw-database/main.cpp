// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "rawdatabase.h"
#include <QApplication>
#include <QPushButton>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  RawDatabase database(QStringLiteral("history.db"));
  QPushButton clear(QStringLiteral("Clear"));
  clear.show();
  QObject::connect(&clear, &QPushButton::clicked, &clear,
                   [&database] { database.execNow(QStringLiteral("delete from history")); });
  return app.exec();
}
