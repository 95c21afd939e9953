// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q066, keepassxc: a timer's slot computes a checksum in the pool and waits for it in a nested event loop (a note).
#include "filewatcher.h"
#include "asynctask.h"
#include <QCryptographicHash>

FileWatcher::FileWatcher(const QString &path) : path(path) {
  connect(&m_fileChecksumTimer, &QTimer::timeout, this, &FileWatcher::checkFileChanged);
  m_fileChecksumTimer.start(1000);
}

void FileWatcher::checkFileChanged() {
  QByteArray now = calculateChecksum();
  if (now != checksum)
    emit fileChanged(path);
  checksum = now;
}

QByteArray FileWatcher::calculateChecksum() {
  QString file = path;
  return AsyncTask::runAndWaitForFuture(
      [file] { return QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256); });
}
// CHAIN: FileWatcher::checkFileChanged -> FileWatcher::calculateChecksum -> AsyncTask::runAndWaitForFuture
