// FLAGS: qt5
// ADVICE: the object is asked further down
// ADVICE: the object is asked further down
// ADVICE: the result of the call is used
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is asked in between would not know of what was posted.
#include <QApplication>
#include <QListWidget>
#include <thread>

static int rows;
static void work(QListWidget *list) {
  list->clear();
  list->addItem("one");
  rows = list->count();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QListWidget list;
  std::thread worker([&list] { work(&list); });
  int code = app.exec();
  worker.join();
  return code + rows;
}
