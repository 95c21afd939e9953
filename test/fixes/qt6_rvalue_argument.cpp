// FLAGS: qt6
// STD: c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A list that the call takes over is taken over by the lambda first; a structured binding can be named in C++20.
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <thread>
#include <utility>

static std::pair<int, QString> next() { return {1, QStringLiteral("one")}; }

static void work(QComboBox *box, QStringList names) {
  auto [number, name] = next();
  box->addItem(name, number);
  box->addItems(std::move(names));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QComboBox box;
  std::thread worker([&box] { work(&box, {"a", "b"}); });
  int code = app.exec();
  worker.join();
  return code;
}
