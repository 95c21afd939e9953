// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nobody knows how long what a plain pointer points to lives.
// ADVICE: an argument is a pointer
#include <QApplication>
#include <QListWidget>
#include <thread>

static void work(QListWidget *list, QListWidgetItem *item) { list->addItem(item); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QListWidget list;
  std::thread worker([&list] { work(&list, new QListWidgetItem); });
  int code = app.exec();
  worker.join();
  return code;
}
