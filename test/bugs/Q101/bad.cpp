// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q101, sqlitebrowser: rows fetched by a pool job are inserted into the view's model by the job itself.
// CHECKS: qobject-wrong-thread
#include <QAbstractTableModel>
#include <QApplication>
#include <QTableView>
#include <QtConcurrent>

class SqliteTableModel : public QAbstractTableModel {
  Q_OBJECT
public:
  int rowCount(const QModelIndex & = QModelIndex()) const override { return rows.size(); }
  int columnCount(const QModelIndex & = QModelIndex()) const override { return 1; }
  QVariant data(const QModelIndex &index, int) const override { return rows.value(index.row()); }
  void fetchMore(const QModelIndex &) override { fetchData(rows.size(), rows.size() + 100); }
signals:
  void finishedFetch();

private:
  void fetchData(int from, int to) {
    future = QtConcurrent::run([=] {
      QStringList fetched;
      for (int i = from; i < to; ++i)
        fetched.append(QString::number(i));
      if (!fetched.isEmpty()) {
        beginInsertRows(QModelIndex(), from, to - 1); // EXPECT: qobject-wrong-thread
        rows += fetched;
        endInsertRows(); // EXPECT: qobject-wrong-thread
      }
      emit finishedFetch();
    });
  }
  QStringList rows;
  QFuture<void> future;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  SqliteTableModel model;
  QTableView view;
  view.setModel(&model);
  view.show();
  return app.exec();
}
// CHAIN: lambda in SqliteTableModel::fetchData
