// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Predicates in another translation unit, one built on another, guard the widget calls.
#include "gui.h"
#include <QApplication>
#include <QLabel>
#include <thread>

static void showA(QLabel *label) {
  if (isGuiThread())
    label->setText(QStringLiteral("a"));
}

static void showB(QLabel *label) {
  if (!Threads::onMain())
    return;
  label->setText(QStringLiteral("b"));
}

static void showC(QLabel *label) {
  if (Threads::offMain()) {
    QMetaObject::invokeMethod(label, "clear", Qt::QueuedConnection);
    return;
  }
  label->clear();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Threads::remember();
  QLabel label;
  label.show();
  showA(&label);
  std::thread worker([&label] {
    showA(&label);
    showB(&label);
    showC(&label);
  });
  int code = app.exec();
  worker.join();
  return code;
}
