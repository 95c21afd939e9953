// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A message handler that hands the text to the window's thread.
#include <QApplication>
#include <QPlainTextEdit>
#include <thread>

static QPlainTextEdit *log_window;

static void toWindow(QtMsgType, const QMessageLogContext &, const QString &text) {
  QMetaObject::invokeMethod(log_window, [text] { log_window->appendPlainText(text); }, Qt::QueuedConnection);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPlainTextEdit edit;
  log_window = &edit;
  edit.show();
  qInstallMessageHandler(toWindow);
  std::thread worker([] { qWarning("started"); });
  int result = app.exec();
  worker.join();
  return result;
}
