// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What main() hands over lives until the program ends: it runs the loop.
#include <QApplication>
#include <QLabel>
#include <QTimer>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  int ticks = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [&] { label.setNum(++ticks); });
  QTimer::singleShot(0, &label, [&] { label.show(); });
  timer.start(1000);
  return app.exec();
}
