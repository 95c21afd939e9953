// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functor of QtConcurrent::blockingMap runs on pool threads.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QTableWidget>
#include <QVector>
#include <QtConcurrent>

struct Row {
  int index;
  double value;
};

class Table : public QTableWidget {
public:
  void fill(QVector<Row> &rows) {
    QtConcurrent::blockingMap(rows, [this](Row &row) {
      row.value *= 2;
      setRowHeight(row.index, 20); // EXPECT: qt-off-main-thread
    });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Table table;
  table.show();
  QVector<Row> rows{{0, 1.0}, {1, 2.0}};
  table.fill(rows);
  return app.exec();
}
// CHAIN: lambda in Table::fill
