// FLAGS: qt5
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text that is moved to a const reference stays where it is; the one who takes it afterwards still gets it.
#include <QApplication>
#include <QLabel>
#include <thread>

#include <cstdio>

static void keep(QString &&text) {
  QString kept = std::move(text);
  printf("kept %s\n", qPrintable(kept));
}

static void work(QLabel *label) {
  QString text("abc");
  label->setText(std::move(text));
  keep(std::move(text));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
