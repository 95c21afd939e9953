// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A capture hides nothing that the statement means, and a variable given twice is carried once.
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <thread>

static int twice(int x) { return 2 * x; }
const int x2 = 7;

static void work(QLabel *label, QListWidget *) {
  int x = 3, y = 4;
  label->setGeometry(x, y, x, x2);
  label->setContentsMargins(twice(x), twice(y), x2, 0);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QListWidget list;
  std::thread worker([&] { work(&label, &list); });
  int code = app.exec();
  worker.join();
  return code;
}
