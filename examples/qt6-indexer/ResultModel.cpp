// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ResultModel.h"

int ResultModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_paths.size()); }

QVariant ResultModel::data(const QModelIndex &index, int role) const {
  return role == Qt::DisplayRole ? m_paths.value(index.row()) : QVariant();
}

// Right from a queued slot; CrawlThread::run calls it directly.
void ResultModel::append(const QString &path) {
  beginInsertRows({}, int(m_paths.size()), int(m_paths.size())); // offmain: qobject-wrong-thread
  m_paths.append(path);
  endInsertRows(); // offmain: qobject-wrong-thread
}

void ResultModel::reset(const QStringList &paths) {
  beginResetModel();
  m_paths = paths;
  endResetModel();
}
