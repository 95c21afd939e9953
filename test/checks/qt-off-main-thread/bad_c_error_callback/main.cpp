// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A C function pointer set by the window at start-up and called by the core, which a pool job has entered.
#include "core.h"
#include <QApplication>
#include <QLabel>
#include <QtConcurrent>

static QLabel *errorLabel;

static void showError(const char *text) {
  errorLabel->setText(QString::fromUtf8(text)); // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  errorLabel = new QLabel;
  errorLabel->show();
  set_error_cb(&showError);
  QFuture<int> job = QtConcurrent::run([] { return core_import(nullptr); });
  int code = app.exec();
  job.waitForFinished();
  delete errorLabel;
  return code;
}
// CHAIN: lambda in main -> core_import -> report_error -> showError
