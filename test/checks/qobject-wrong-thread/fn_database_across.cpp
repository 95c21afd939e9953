// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A database connection may only be used by the thread that made it.
// CHECKS: qobject-wrong-thread
// fn_: a QSqlDatabase is a value: which connection a copy stands for is not followed (docs/limits.md).
#include <QApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

class Indexer : public QThread {
public:
  explicit Indexer(const QSqlDatabase &database) : database(database) {}

protected:
  void run() override {
    database.transaction(); // EXPECT: qobject-wrong-thread
    database.commit();      // EXPECT: qobject-wrong-thread
  }

private:
  QSqlDatabase database;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
  database.open();
  Indexer indexer(database);
  indexer.start();
  int code = app.exec();
  indexer.wait();
  return code;
}
// CHAIN: Indexer::run
