// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows are inserted into a model of the view by a pool job.
// CHECKS: qobject-wrong-thread
#include <QAbstractListModel>
#include <QApplication>
#include <QListView>
#include <QtConcurrent>

class Names : public QAbstractListModel {
public:
  int rowCount(const QModelIndex & = QModelIndex()) const override { return names.size(); }
  QVariant data(const QModelIndex &index, int role) const override {
    return role == Qt::DisplayRole ? names.value(index.row()) : QVariant();
  }
  void load() { job = QtConcurrent::run(this, &Names::work); }

private:
  void work() {
    beginInsertRows(QModelIndex(), 0, 0); // EXPECT: qobject-wrong-thread
    names.append(QStringLiteral("Ada"));
    endInsertRows(); // EXPECT: qobject-wrong-thread
  }
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
// CHAIN: Names::work
