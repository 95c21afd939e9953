// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functor form of the direct invokeMethod.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <thread>

static void work(QLabel *label) {
  QMetaObject::invokeMethod(
      label,
      [label] {
        label->clear(); // EXPECT: qt-off-main-thread
      },
      Qt::DirectConnection);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker(work, &label);
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: work -> lambda in work
