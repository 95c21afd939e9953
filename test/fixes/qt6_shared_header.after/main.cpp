// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
#include "panel.h"
#include <QApplication>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Panel panel(&label);
  panel.tell(QString());
  std::thread worker([&panel] { work(panel); });
  int code = app.exec();
  worker.join();
  return code;
}
