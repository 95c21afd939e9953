// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A std::thread runs a lambda that captures the progress bar.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QProgressBar>
#include <QPushButton>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button(QStringLiteral("Go"));
  auto *bar = new QProgressBar;
  bar->show();
  button.show();
  std::thread loader;
  QObject::connect(&button, &QPushButton::clicked, bar, [bar, &loader] {
    if (loader.joinable())
      return;
    loader = std::thread([bar] {
      for (int i = 0; i <= 100; ++i)
        bar->setValue(i); // EXPECT: qt-off-main-thread
    });
  });
  int code = app.exec();
  if (loader.joinable())
    loader.join();
  return code;
}
// CHAIN: lambda in main
