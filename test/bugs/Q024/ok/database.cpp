// FLAGS: qt5+sqlite
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q024 as fixed: the callback emits a signal; the main window asks.
#include "database.h"
#include <sqlite3.h>

static void collation_needed(void *data, sqlite3 *, int encoding, const char *name) {
  emit static_cast<DBBrowserDB *>(data)->requestCollation(QString::fromUtf8(name), encoding);
}

bool DBBrowserDB::open(const char *file) {
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return false;
  sqlite3_collation_needed(db, this, collation_needed);
  return true;
}
