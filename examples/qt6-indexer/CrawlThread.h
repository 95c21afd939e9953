// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "Crawler.h"
#include <QThread>
#include <QTimer>

class ResultModel;

/// Crawls in run(). The object itself, and what its constructor makes, lives on the thread that made it: the GUI thread.
class CrawlThread : public QThread {
  Q_OBJECT
public:
  explicit CrawlThread(ResultModel *model, QObject *parent = nullptr);
  void setRoot(const QString &root) { m_root = root; }
  void requestStop() { m_crawler.stop(); }

signals:
  void fileFound(const QString &path);
  void counted(int files);

protected:
  void run() override;

private:
  void seen(const QString &path);

  ResultModel *m_model;
  QTimer *m_flush;
  QString m_root;
  int m_files = 0;
  Crawler m_crawler;
};
