// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Only one of two branches is guarded by the thread test; the other tests something else.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

static void show(QLabel *label, const QString &text) {
  if (text.isEmpty())
    label->clear(); // EXPECT: qt-off-main-thread
  else if (QThread::currentThread() == qApp->thread())
    label->setText(text);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker(show, &label, QString());
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: show
