// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the call may change is not carried.
// ADVICE: passed by reference
#include <QApplication>
#include <QSpinBox>
#include <thread>

static void work(QAbstractSpinBox *box, QString text) { box->fixup(text); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QAbstractSpinBox box;
  std::thread worker([&box] { work(&box, "3"); });
  int code = app.exec();
  worker.join();
  return code;
}
