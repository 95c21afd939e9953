// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A database that lives in its own thread and re-posts calls from elsewhere to itself.
#pragma once
#include <QThread>
#include <QTimer>

class RawDatabase : public QObject {
  Q_OBJECT
public:
  explicit RawDatabase(const QString &path);
  ~RawDatabase() override;
public slots:
  bool open(const QString &path);
  bool execNow(const QString &statement);

private:
  QThread workerThread;
  QTimer *compact;
  QString path;
};
