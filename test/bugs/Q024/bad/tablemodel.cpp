// FLAGS: qt5+sqlite
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The model's body.
#include "tablemodel.h"
#include <QtConcurrent>
#include <sqlite3.h>

void SqliteTableModel::fetchData() {
  future = QtConcurrent::run([this] {
    sqlite3_stmt *statement = nullptr;
    int rows = 0;
    if (sqlite3_prepare_v2(db.handle(), "select * from t order by a collate x", -1, &statement, nullptr) != SQLITE_OK)
      return rows;
    while (sqlite3_step(statement) == SQLITE_ROW)
      ++rows;
    sqlite3_finalize(statement);
    return rows;
  });
}
