// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A database file and its hooks.
#pragma once
#include <QObject>

struct sqlite3;

class DBBrowserDB : public QObject {
  Q_OBJECT
public:
  bool open(const char *file);
  sqlite3 *handle() const { return db; }
signals:
  void requestCollation(const QString &name, int encoding);

private:
  sqlite3 *db = nullptr;
};
