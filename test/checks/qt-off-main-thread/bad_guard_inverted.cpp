// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The guard is the wrong way round: the label is touched exactly off the GUI thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

static void show(QLabel *label, const QString &text) {
  if (QThread::currentThread() == qApp->thread())
    return;
  label->setText(text); // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker(show, &label, QStringLiteral("text"));
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: show
