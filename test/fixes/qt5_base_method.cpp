// FLAGS: qt5
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call of the base's own method stays one: without its qualifier it would be itself, without end.
#include <QApplication>
#include <QLabel>
#include <thread>

class Loud : public QLabel {
public:
  void setText(const QString &text) { QLabel::setText(text.toUpper()); }
};

static void work(Loud *loud) { loud->setText("x"); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Loud loud;
  std::thread worker([&loud] { work(&loud); });
  int code = app.exec();
  worker.join();
  return code;
}
