// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::async starts the user interface.
// CHECKS: main-loop-off-main-thread
#include <QApplication>
#include <QWidget>
#include <future>

class Ui {
public:
  int open(int &argc, char **argv) {
    QApplication app(argc, argv); // EXPECT: main-loop-off-main-thread
    return QApplication::exec();  // EXPECT: main-loop-off-main-thread
  }
};

int main(int argc, char **argv) {
  Ui ui;
  std::future<int> done = std::async(std::launch::async, [&] { return ui.open(argc, argv); });
  return done.get();
}
// CHAIN: lambda in main -> Ui::open
