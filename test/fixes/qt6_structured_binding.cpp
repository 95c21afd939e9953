// FLAGS: qt6
// RUN: yes
// STD: c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A structured binding is no variable that a capture can name before C++20.
#include <QApplication>
#include <QLabel>
#include <thread>
#include <utility>

static std::pair<int, QString> next() { return {1, QStringLiteral("one")}; }
static void work(QLabel *label) {
  auto [number, name] = next();
  label->setNum(number);
  label->setToolTip(name);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
