// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Empty icons and copies may be made anywhere, an icon of a file may not: overloads are told apart.
#include <QApplication>
#include <QIcon>
#include <thread>

struct Entry {
  QIcon Icon; // silent
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QIcon Given;
  std::thread Worker([&] {
    Entry Empty;
    QIcon Copy(Given);
    Copy = Empty.Icon;
    QIcon OfFile(QString("icon.png")); // EXPECT(qt-off-main-thread QIcon::QIcon)
  });
  Worker.join();
}
