// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Fetches rows in the background.
#pragma once
#include "database.h"
#include <QFuture>

class SqliteTableModel : public QObject {
  Q_OBJECT
public:
  explicit SqliteTableModel(DBBrowserDB &db) : db(db) {}
  void fetchData();

private:
  DBBrowserDB &db;
  QFuture<int> future;
};
