// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The GUI's callables run on main and the worker's on the worker, though both go through the same helpers.
#include "foreach.h"
#include <QApplication>
#include <QComboBox>
#include <thread>

static void fill(QComboBox *box, const std::vector<int> &values) {
  forEach(values, [box](int value) { box->addItem(QString::number(value)); });
  repeat(3, [box](int i) { box->setItemText(i, QStringLiteral("-")); });
}

static long sum(const std::vector<int> &values) {
  long total = 0;
  forEach(values, [&total](int value) { total += value; });
  repeat(3, [&total](int i) { total -= i; });
  return total;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QComboBox box;
  box.show();
  std::vector<int> values{1, 2, 3};
  fill(&box, values);
  std::thread worker([&values] { sum(values); });
  int code = app.exec();
  worker.join();
  return code;
}
