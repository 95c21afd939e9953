// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A comment inside of a call would be lost.
// ADVICE: a comment
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <thread>

static void work(QLabel *label, QListWidget *) {
  label->setText("a" /* not translated */);
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
