// FLAGS: qt5
// STD: c++11
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Without captures that have initialisers a slot is called by its name; what is no slot gets advice.
// ADVICE: needs C++14
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <thread>

static void work(QLabel *label, QTimer *timer, int step) {
  label->setText(QString::number(step));
  label->setNum(step);
  timer->start(100);
  label->setToolTip(QStringLiteral("tip"));
  label->setText(QStringLiteral("done"));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QTimer timer;
  std::thread worker([&] { work(&label, &timer, 3); });
  int code = app.exec();
  worker.join();
  return code;
}
