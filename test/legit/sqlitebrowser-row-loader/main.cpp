// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N25, sqlitebrowser: the loader thread's rows come to the model through a queued connection.
#include <QAbstractTableModel>
#include <QApplication>
#include <QTableView>
#include <QThread>
#include <memory>

class RowLoader : public QThread {
  Q_OBJECT
public:
  void triggerFetch(int token) {
    wanted = token;
    start();
  }
signals:
  void fetched(int token, int begin, int end);

protected:
  void run() override { emit fetched(wanted, 0, 50); }

private:
  int wanted = 0;
};

class SqliteTableModel : public QAbstractTableModel {
  Q_OBJECT
public:
  explicit SqliteTableModel(QObject *parent) : QAbstractTableModel(parent), worker(new RowLoader) {
    connect(worker.get(), &RowLoader::fetched, this, &SqliteTableModel::handleFinishedFetch, Qt::QueuedConnection);
  }
  ~SqliteTableModel() override { worker->wait(); }
  int rowCount(const QModelIndex & = QModelIndex()) const override { return rows; }
  int columnCount(const QModelIndex & = QModelIndex()) const override { return 1; }
  QVariant data(const QModelIndex &, int) const override { return QVariant(); }
  bool canFetchMore(const QModelIndex &) const override { return rows < 50; }
  void fetchMore(const QModelIndex &) override { worker->triggerFetch(++token); }
signals:
  void finishedFetch();
private slots:
  void handleFinishedFetch(int life, int begin, int end) {
    if (life < token)
      return;
    beginInsertRows(QModelIndex(), begin, end - 1);
    rows = end;
    endInsertRows();
    emit dataChanged(index(begin, 0), index(end - 1, 0));
    emit finishedFetch();
  }

private:
  std::unique_ptr<RowLoader> worker;
  int rows = 0, token = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QTableView view;
  view.setModel(new SqliteTableModel(&view));
  view.show();
  return app.exec();
}
