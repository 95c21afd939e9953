// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object that is handed over may be gone when the call is made: it is carried as a QPointer.
#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>
#include <thread>
#include <QPointer>

static void work(QVBoxLayout *layout, QPushButton *button) { QMetaObject::invokeMethod(layout, [layout, button = QPointer<QWidget>(button), noButton = !button] { if (noButton || button) layout->removeWidget(button); }, Qt::QueuedConnection); }

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
