// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

/// Lives on a thread of its own (moveToThread); every slot runs there.
class IndexWorker : public QObject {
  Q_OBJECT
public slots:
  void begin();
  void index(const QString &path);
  void end();

signals:
  void indexed(const QString &word, int count);

private:
  void report();
  QHash<QString, int> m_words;
  QTimer *m_timer = nullptr;
};
