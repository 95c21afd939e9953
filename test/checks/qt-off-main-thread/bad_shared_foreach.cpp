// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker gives the shared helper a callable that touches the list; the GUI's use beside it is right.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QListWidget>
#include <functional>
#include <thread>

static void repeat(int times, const std::function<void(int)> &body) {
  for (int i = 0; i < times; ++i)
    body(i);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QListWidget list;
  list.show();
  repeat(3, [&list](int i) { list.addItem(QString::number(i)); });
  std::thread worker([&list] {
    repeat(3, [&list](int i) {
      list.takeItem(i); // EXPECT: qt-off-main-thread
    });
  });
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: lambda in main -> repeat -> lambda in main
