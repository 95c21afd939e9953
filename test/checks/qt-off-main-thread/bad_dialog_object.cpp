// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A dialog created and shown by a worker.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QProgressDialog>
#include <thread>

static void copyFiles() {
  auto *dialog = new QProgressDialog; // EXPECT: qt-off-main-thread
  dialog->setMaximum(10);             // EXPECT: qt-off-main-thread
  dialog->show();                     // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  std::thread copier(copyFiles);
  int code = app.exec();
  copier.join();
  return code;
}
// CHAIN: copyFiles
