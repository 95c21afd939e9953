// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QAbstractListModel>
#include <QStringList>

/// The files found. Belongs to the GUI thread, as every model that a view shows.
class ResultModel : public QAbstractListModel {
  Q_OBJECT
public:
  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;

public slots:
  void append(const QString &path);

public:
  /// Like append, for whole lists; only called from the GUI thread.
  void reset(const QStringList &paths);

private:
  QStringList m_paths;
};
