// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pool job emits what it found; the queued slot inserts the rows on main.
#include <QAbstractListModel>
#include <QApplication>
#include <QListView>
#include <QtConcurrent>

class Names : public QAbstractListModel {
  Q_OBJECT
public:
  Names() { connect(this, &Names::found, this, &Names::add, Qt::QueuedConnection); }
  int rowCount(const QModelIndex & = QModelIndex()) const override { return names.size(); }
  QVariant data(const QModelIndex &index, int role) const override {
    return role == Qt::DisplayRole ? names.value(index.row()) : QVariant();
  }
  void load() { job = QtConcurrent::run(this, &Names::work); }
signals:
  void found(const QString &name);
public slots:
  void add(const QString &name) {
    beginInsertRows(QModelIndex(), names.size(), names.size());
    names.append(name);
    endInsertRows();
  }

private:
  void work() { emit found(QStringLiteral("Ada")); }
  QStringList names;
  QFuture<void> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Names names;
  QListView view;
  view.setModel(&names);
  view.show();
  names.load();
  return app.exec();
}
