// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The file is written by a pool thread so that the window stays alive.
#include "binfilter.h"
#include "cclog.h"
#include <QFile>
#include <QtConcurrent>

static QFile *s_file;

static int saveVersion2() {
  if (!s_file->open(QIODevice::WriteOnly)) {
    ccLog::Error("cannot write to the file");
    return -1;
  }
  return 0;
}

int BinFilter::saveToFile(const QString &name) {
  QFile file(name);
  s_file = &file;
  QFuture<int> future = QtConcurrent::run(saveVersion2);
  while (!future.isFinished())
    QThread::yieldCurrentThread();
  return future.result();
}
