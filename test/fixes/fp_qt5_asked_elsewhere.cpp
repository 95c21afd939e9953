// FLAGS: qt5
// RUN: some
// ADVICE: the result of the call is used
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Another function asks the object before it knows: only the function of the call itself is looked through.
#include <QApplication>
#include <QLabel>
#include <cstdio>
#include <thread>

static int length(QLabel *label) { return label->text().size(); }

static void work(QLabel *label) {
  label->setText("abc");
  printf("%d\n", length(label));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
