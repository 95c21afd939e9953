// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N05, qTox: each public function, called off the owner's thread, posts itself there and waits; below that it runs on
// the owner's thread, where the child timer may be started.
#include "rawdatabase.h"
#include <QDebug>

RawDatabase::RawDatabase(const QString &path) : compact(new QTimer(this)), path(path) {
  workerThread.setObjectName(QStringLiteral("database"));
  moveToThread(&workerThread);
  workerThread.start();
  open(path);
}

RawDatabase::~RawDatabase() {
  workerThread.quit();
  workerThread.wait();
}

bool RawDatabase::open(const QString &file) {
  if (QThread::currentThread() != &workerThread) {
    bool ok = false;
    QMetaObject::invokeMethod(this, "open", Qt::BlockingQueuedConnection, Q_RETURN_ARG(bool, ok), Q_ARG(QString, file));
    return ok;
  }
  path = file;
  compact->start(60000);
  return true;
}

bool RawDatabase::execNow(const QString &statement) {
  if (QThread::currentThread() != thread()) {
    bool ok = false;
    QMetaObject::invokeMethod(this, "execNow", Qt::BlockingQueuedConnection, Q_RETURN_ARG(bool, ok),
                              Q_ARG(QString, statement));
    return ok;
  }
  compact->stop();
  qDebug() << statement;
  compact->start(60000);
  return true;
}
