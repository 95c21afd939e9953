// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q040, keepassxc: saving runs in the pool, by a template wrapper, and on the way switches off the timer that reports
// modifications, which lives on main.
// CHECKS: qobject-wrong-thread
#include "database.h"
#include "asynctask.h"
#include <QFile>

Database::Database() {
  m_modifiedTimer.setSingleShot(true);
  connect(&m_modifiedTimer, &QTimer::timeout, this, &Database::databaseModified);
}

bool Database::saveAs(const QString &file) {
  return AsyncTask::runAndWaitForFuture([&] { return performSave(file); });
}

bool Database::performSave(const QString &file) { return writeDatabase(file); }

bool Database::writeDatabase(const QString &name) {
  setEmitModified(false);
  QFile file(name);
  return file.open(QIODevice::WriteOnly);
}

void Database::setEmitModified(bool value) {
  if (m_emitModified && !value)
    m_modifiedTimer.stop(); // EXPECT: qobject-wrong-thread
  m_emitModified = value;
}

void Database::markAsModified() {
  if (m_emitModified)
    m_modifiedTimer.start(150);
}
// CHAIN: lambda in Database::saveAs -> Database::performSave -> Database::writeDatabase -> Database::setEmitModified
