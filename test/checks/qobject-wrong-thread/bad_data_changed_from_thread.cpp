// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// dataChanged emitted by a worker: the views behind it read the model at once.
// CHECKS: qobject-wrong-thread
#include <QAbstractTableModel>
#include <QApplication>
#include <QTableView>
#include <thread>

class Prices : public QAbstractTableModel {
public:
  int rowCount(const QModelIndex & = QModelIndex()) const override { return 8; }
  int columnCount(const QModelIndex & = QModelIndex()) const override { return 2; }
  QVariant data(const QModelIndex &, int) const override { return price; }
  void update(double value) {
    price = value;
    emit dataChanged(index(0, 0), index(7, 1)); // EXPECT: qobject-wrong-thread
  }

private:
  double price = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Prices prices;
  QTableView view;
  view.setModel(&prices);
  view.show();
  std::thread feed([&prices] { prices.update(9.5); });
  int code = app.exec();
  feed.join();
  return code;
}
// CHAIN: lambda in main -> Prices::update
