// FLAGS: qt5
// RUN: yes
// DEFINES: -DQT_USE_QSTRINGBUILDER
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What '+' gives with string builders refers to its parts: the text itself is carried.
#include <QApplication>
#include <QLabel>
#include <thread>

static void work(QLabel *label, const QString &name) { label->setText("Hello, " + name + "!"); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label] { work(&label, QStringLiteral("you")); });
  int code = app.exec();
  worker.join();
  return code;
}
