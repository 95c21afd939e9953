// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A global pointer may point elsewhere by then: what it points to now is carried.
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <thread>

static QLabel *shown = nullptr;

static void work(QLabel *label, QListWidget *) {
  shown = label;
  QMetaObject::invokeMethod(shown, [shown = shown] { shown->setText("bye"); }, Qt::QueuedConnection);
  shown = nullptr;
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
