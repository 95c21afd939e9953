// FLAGS: qt5
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parameters that are references are copied; the loop goes on while the label is told.
#include <QApplication>
#include <QListWidget>
#include <thread>

static void add(QListWidget &list, const QString &name, const QColor &color) {
  QMetaObject::invokeMethod(&list, [list = &list, name, toolTip = color.name()] {
    list->addItem(name);
    list->setToolTip(toolTip);
  }, Qt::QueuedConnection);
}

static void work(QListWidget *list) {
  QString name;
  for (int i = 0; i < 3; ++i) {
    name += QString::number(i);
    add(*list, name, Qt::red);
  }
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QListWidget list;
  list.show();
  std::thread worker([&list] { work(&list); });
  int code = app.exec();
  worker.join();
  return code;
}
