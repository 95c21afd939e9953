// FLAGS: qt5
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q086, DB Browser for SQLite, fixed: the destructor cancels the fetch and waits for it.
#include <QAbstractTableModel>
#include <QApplication>
#include <QPushButton>
#include <QTableView>
#include <QtConcurrent/QtConcurrent>

class SqliteTableModel : public QAbstractTableModel {
  Q_OBJECT
public:
  ~SqliteTableModel() override {
    m_futureFetch.cancel();
    m_futureFetch.waitForFinished();
  }
  void fetchData(int from, int to) {
    m_futureFetch = QtConcurrent::run([=] {
      for (int i = from; i < to && !m_futureFetch.isCanceled(); ++i)
        m_rows.append(i);
    });
  }
  int rowCount(const QModelIndex & = QModelIndex()) const override { return m_rows.size(); }
  int columnCount(const QModelIndex & = QModelIndex()) const override { return 1; }
  QVariant data(const QModelIndex &index, int) const override { return m_rows.value(index.row()); }

private:
  QVector<int> m_rows;
  QFuture<void> m_futureFetch;
};

class Browser : public QTableView {
  Q_OBJECT
public slots:
  void setTable() {
    delete m_model;
    m_model = new SqliteTableModel;
    setModel(m_model);
    m_model->fetchData(0, 1000);
  }

private:
  SqliteTableModel *m_model = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Browser browser;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &browser, &Browser::setTable);
  return app.exec();
}
