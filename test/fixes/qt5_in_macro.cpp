// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a macro writes is not edited.
// ADVICE: macro
#include <QApplication>
#include <QLabel>
#include <thread>

#define CLEAR(what) what->clear()
static void work(QLabel *label) { CLEAR(label); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
