// FLAGS: qt5+sqlite
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q024, sqlitebrowser: a C callback, registered with the database library when the file is opened, asks the user about
// an unknown collation. The library calls it from sqlite3_prepare and sqlite3_step, which a pool job runs.
// CHECKS: qt-off-main-thread
#include "database.h"
#include <QMessageBox>
#include <sqlite3.h>

static void collation_needed(void *, sqlite3 *db, int encoding, const char *name) {
  auto answer = QMessageBox::question(nullptr, QString(), QString::fromUtf8(name)); // EXPECT: qt-off-main-thread
  if (answer == QMessageBox::Yes)
    sqlite3_create_collation(db, name, encoding, nullptr, nullptr);
}

bool DBBrowserDB::open(const char *file) {
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return false;
  sqlite3_collation_needed(db, this, collation_needed);
  return true;
}
// CHAIN: lambda in SqliteTableModel::fetchData -> collation_needed
