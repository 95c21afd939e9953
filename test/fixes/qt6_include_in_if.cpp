// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An include that not every platform reads is no place for another one.
#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>
#ifdef Q_OS_LINUX
#include <thread>
#endif

static void work(QVBoxLayout *layout, QPushButton *button) { layout->removeWidget(button); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QWidget window;
  auto *layout = new QVBoxLayout(&window);
  auto *button = new QPushButton(&window);
  layout->addWidget(button);
  std::thread worker([layout, button] { work(layout, button); });
  int code = app.exec();
  worker.join();
  return code;
}
