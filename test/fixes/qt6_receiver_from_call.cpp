// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A receiver that a call gives would be worked out twice.
// ADVICE: the receiver comes from a call
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <thread>

struct Row {
  QLabel *label;
};
static Row rows[2];
static int at = 0;
static Row *nextRow() { return &rows[at++]; }

static void work(QLabel *label, QListWidget *) {
  rows[0].label = rows[1].label = label;
  nextRow()->label->setText("x");
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
