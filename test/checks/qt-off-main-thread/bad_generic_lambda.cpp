// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A generic lambda: the call depends on the deduced argument.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QToolButton>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  auto dim = [](auto *widget) {
    widget->setEnabled(false); // EXPECT: qt-off-main-thread
  };
  std::thread worker([&] { dim(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: lambda in main -> lambda in main
