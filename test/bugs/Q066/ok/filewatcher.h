// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Watches a file by its checksum, on a timer.
#pragma once
#include <QObject>
#include <QTimer>

class FileWatcher : public QObject {
  Q_OBJECT
public:
  explicit FileWatcher(const QString &path);
signals:
  void fileChanged(const QString &path);
private slots:
  void checkFileChanged();

private:
  QByteArray calculateChecksum();
  QString path;
  QByteArray checksum;
  QTimer m_fileChecksumTimer;
};
