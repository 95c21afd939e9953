// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Neighbours go together and keep their order; the other widget may be gone by then.
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <thread>

static void work(QProgressBar *bar, QLabel *label, int steps) {
  bar->setMaximum(steps);
  bar->setValue(0);
  bar->show();
  label->clear();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QProgressBar bar;
  QLabel label;
  std::thread worker([&bar, &label] { work(&bar, &label, 7); });
  int code = app.exec();
  worker.join();
  return code;
}
