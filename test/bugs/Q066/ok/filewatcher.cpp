// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q066 as fixed: the timer's slot only starts the computation; its end calls back.
#include "filewatcher.h"
#include "asynctask.h"
#include <QCryptographicHash>

FileWatcher::FileWatcher(const QString &path) : path(path) {
  connect(&m_fileChecksumTimer, &QTimer::timeout, this, &FileWatcher::checkFileChanged);
  m_fileChecksumTimer.start(1000);
}

void FileWatcher::checkFileChanged() {
  QString file = path;
  AsyncTask::runThenCallback([file] { return QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256); },
                             this,
                             [this](const QByteArray &now) {
                               if (now != checksum)
                                 emit fileChanged(path);
                               checksum = now;
                             });
}
