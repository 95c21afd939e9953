// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q040 as fixed: the timer is started and stopped by invokeMethod.
// CHECKS: qobject-wrong-thread,qt-off-main-thread
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
    QMetaObject::invokeMethod(&m_modifiedTimer, "stop");
  m_emitModified = value;
}

void Database::markAsModified() {
  if (m_emitModified)
    QMetaObject::invokeMethod(&m_modifiedTimer, "start", Q_ARG(int, 150));
}
