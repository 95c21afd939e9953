// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A message handler runs on whichever thread calls qWarning().
// CHAIN: lambda in main -> toWindow
#include <QApplication>
#include <QPlainTextEdit>
#include <thread>

static QPlainTextEdit *log_window;

static void toWindow(QtMsgType, const QMessageLogContext &, const QString &text) {
  log_window->appendPlainText(text); // EXPECT: qt-off-main-thread
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
