// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A database with a timer that tells of modifications a little later.
#pragma once
#include <QObject>
#include <QTimer>

class Database : public QObject {
  Q_OBJECT
public:
  Database();
  bool saveAs(const QString &file);
  void markAsModified();
signals:
  void databaseModified();

private:
  bool performSave(const QString &file);
  bool writeDatabase(const QString &file);
  void setEmitModified(bool value);
  QTimer m_modifiedTimer;
  bool m_emitModified = true;
};
