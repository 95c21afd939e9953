// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "database.h"
#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QMainWindow window;
  Database database;
  QAction *save = window.menuBar()->addAction(QStringLiteral("Save"));
  QObject::connect(save, &QAction::triggered, &database, [&database] { database.saveAs(QStringLiteral("keys.db")); });
  QAction *edit = window.menuBar()->addAction(QStringLiteral("Edit"));
  QObject::connect(edit, &QAction::triggered, &database, &Database::markAsModified);
  window.show();
  return app.exec();
}
