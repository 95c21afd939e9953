// FLAGS: qt5
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What stands between two statements stays: comments, code of other platforms.
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <thread>

static void work(QLabel *label, QListWidget *) {
  label->setText("a"); // first
#ifdef Q_OS_WIN
  label->setText("windows");
#endif
  label->hide();
  label->show();
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
