// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q101 as fixed: a loader thread emits what it fetched; a queued slot inserts it.
#include <QAbstractTableModel>
#include <QApplication>
#include <QTableView>
#include <QThread>

class RowLoader : public QThread {
  Q_OBJECT
public:
  void load(int first, int last) {
    from = first;
    to = last;
    start();
  }
signals:
  void fetched(int first, const QStringList &rows);

protected:
  void run() override {
    QStringList rows;
    for (int i = from; i < to; ++i)
      rows.append(QString::number(i));
    emit fetched(from, rows);
  }

private:
  int from = 0, to = 0;
};

class SqliteTableModel : public QAbstractTableModel {
  Q_OBJECT
public:
  SqliteTableModel() {
    connect(&loader, &RowLoader::fetched, this, &SqliteTableModel::handleFetched, Qt::QueuedConnection);
  }
  ~SqliteTableModel() override { loader.wait(); }
  int rowCount(const QModelIndex & = QModelIndex()) const override { return rows.size(); }
  int columnCount(const QModelIndex & = QModelIndex()) const override { return 1; }
  QVariant data(const QModelIndex &index, int) const override { return rows.value(index.row()); }
  void fetchMore(const QModelIndex &) override { loader.load(rows.size(), rows.size() + 100); }
signals:
  void finishedFetch();
private slots:
  void handleFetched(int first, const QStringList &fetched) {
    beginInsertRows(QModelIndex(), first, first + fetched.size() - 1);
    rows += fetched;
    endInsertRows();
    emit finishedFetch();
  }

private:
  RowLoader loader;
  QStringList rows;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  SqliteTableModel model;
  QTableView view;
  view.setModel(&model);
  view.show();
  return app.exec();
}
