// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An image item is made by the pool and pushed to the main thread; a widget that main made is told to stay there.
#include <QApplication>
#include <QThread>
#include <QLabel>
#include <QtConcurrent>

class Item : public QObject {
  Q_OBJECT
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.moveToThread(app.thread());
  QtConcurrent::run([] {
    auto *item = new Item;
    item->moveToThread(qApp->thread());
  });
  return app.exec();
}
