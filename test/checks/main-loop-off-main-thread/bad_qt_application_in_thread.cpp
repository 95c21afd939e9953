// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QApplication made and run on a std::thread, as plug-ins of foreign programs like to do.
// CHECKS: main-loop-off-main-thread
#include <QApplication>
#include <QLabel>
#include <thread>

static void guiThread() {
  int argc = 1;
  char name[] = "plugin";
  char *argv[] = {name, nullptr};
  QApplication app(argc, argv); // EXPECT: main-loop-off-main-thread
  app.exec();                   // EXPECT: main-loop-off-main-thread
}

int main() {
  std::thread gui(guiThread);
  gui.join();
  return 0;
}
// CHAIN: guiThread
