// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker opens its own connection.
#include <QApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

class Indexer : public QThread {
protected:
  void run() override {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("indexer"));
    database.open();
    QSqlQuery query(database);
    query.exec(QStringLiteral("select 1"));
    database.close();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Indexer indexer;
  indexer.start();
  int code = app.exec();
  indexer.wait();
  return code;
}
