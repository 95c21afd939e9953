// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: both threads ask.
#include "manager.h"
#include <QApplication>
#include <QPushButton>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MessageBoxManager boxes;
  QPushButton about(QStringLiteral("About"));
  about.show();
  QObject::connect(&about, &QPushButton::clicked, &boxes,
                   [&boxes] { boxes.showInfo(QStringLiteral("About"), QStringLiteral("chat")); });
  std::thread core([&boxes] {
    if (boxes.askQuestion(QStringLiteral("Core"), QStringLiteral("Continue?")))
      boxes.showInfo(QStringLiteral("Core"), QStringLiteral("ready"));
  });
  int code = app.exec();
  core.join();
  return code;
}
