// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QFutureWatcher>
#include <QLabel>
#include <QString>
#include <functional>

/// Counts bytes on the global thread pool and shows what it counted.
class Statistics : public QObject {
  Q_OBJECT
public:
  explicit Statistics(QLabel *label, QObject *parent = nullptr);
  void start(const QString &root);
  void startWithWatcher(const QString &root);
  qint64 countNow(const QString &root);

private:
  void measure(const QString &root, const std::function<void(qint64)> &progress);
  QLabel *m_label;
  QFutureWatcher<qint64> m_watcher;
};
