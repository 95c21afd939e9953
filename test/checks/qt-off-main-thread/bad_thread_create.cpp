// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QThread::create runs its callable on the new thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QPlainTextEdit>
#include <QThread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPlainTextEdit editor;
  editor.show();
  QThread *thread = QThread::create([&editor] {
    QString text = editor.toPlainText(); // EXPECT: qt-off-main-thread
    text.detach();
  });
  QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
  thread->start();
  int code = app.exec();
  thread->wait();
  return code;
}
// CHAIN: lambda in main
