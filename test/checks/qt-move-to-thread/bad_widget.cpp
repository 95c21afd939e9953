// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A widget is moved: widgets stay on the main thread.
#include <QApplication>
#include <QThread>
#include <QLabel>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  QLabel label(QStringLiteral("text"));
  label.moveToThread(&thread); // EXPECT: qt-move-to-thread
  label.show();
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
