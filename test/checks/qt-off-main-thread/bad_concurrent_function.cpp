// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QtConcurrent::run with a plain function and an argument.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QStatusBar>
#include <QtConcurrent>

static void importNotes(QStatusBar *bar, const QString &path) {
  bar->showMessage(path); // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QStatusBar bar;
  bar.show();
  QFuture<void> job = QtConcurrent::run(importNotes, &bar, QStringLiteral("notes.db"));
  int code = app.exec();
  job.waitForFinished();
  return code;
}
// CHAIN: importNotes
