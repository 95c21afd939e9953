// FLAGS: qt5+quick
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QQuickItem's property set by a worker.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QtQuick/QQuickItem>
#include <thread>

static void move(QQuickItem *item) {
  item->setX(item->x() + 10); // EXPECT: qt-off-main-thread
  item->update();             // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *item = new QQuickItem;
  std::thread mover(move, item);
  int code = app.exec();
  mover.join();
  delete item;
  return code;
}
// CHAIN: move
