// FLAGS: qt6
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two calls of one function are two values: they are not carried once.
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <thread>

static QString nextWord();
static int count = 0;
static QString nextWord() { return QString::number(++count); }

static void work(QLabel *, QListWidget *list) {
  QMetaObject::invokeMethod(list, [list, label = nextWord()] { list->addItem(label); }, Qt::QueuedConnection);
  QMetaObject::invokeMethod(list, [list, label = nextWord()] { list->addItem(label); }, Qt::QueuedConnection);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QListWidget list;
  std::thread worker([&] { work(&label, &list); });
  int code = app.exec();
  worker.join();
  return code;
}
