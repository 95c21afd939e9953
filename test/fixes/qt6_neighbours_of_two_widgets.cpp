// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two widgets that are nobody's members: the first is the context, the other may be gone by then.
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <thread>

static void work(QProgressBar *bar, QLabel *label, const QString &name) {
  bar->setMaximum(10);
  label->setText(name);
  bar->setValue(3);
  label->setToolTip(name);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QProgressBar bar;
  QLabel label;
  bar.show();
  label.show();
  std::thread worker([&bar, &label] { work(&bar, &label, QStringLiteral("three")); });
  int code = app.exec();
  worker.join();
  return code;
}
