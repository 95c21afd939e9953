// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GUI statics of the application classes in a worker: clipboard, cursor, active window.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QClipboard>
#include <QCursor>
#include <thread>

static void copyResult(const QString &text) {
  QApplication::setOverrideCursor(Qt::WaitCursor);   // EXPECT: qt-off-main-thread
  QClipboard *clipboard = QApplication::clipboard(); // EXPECT: qt-off-main-thread
  clipboard->setText(text);                          // EXPECT: qt-off-main-thread
  if (QApplication::activeWindow())                  // EXPECT: qt-off-main-thread
    QApplication::restoreOverrideCursor();           // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  std::thread copier(copyResult, QStringLiteral("42"));
  int code = app.exec();
  copier.join();
  return code;
}
// CHAIN: copyResult
