// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine.h"
#include <QApplication>
#include <QPlainTextEdit>
#include <QThread>

class LogView : public QPlainTextEdit {
  Q_OBJECT
public Q_SLOTS:
  void log(const QString &text) { write(text); }

private:
  void write(const QString &text) {
    appendPlainText(text);
    ensureCursorVisible();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  LogView view;
  QThread thread;
  Engine engine;
  engine.moveToThread(&thread);
  QObject::connect(&thread, SIGNAL(started()), &engine, SLOT(process()));
  QObject::connect(&engine, SIGNAL(report(QString)), &view, SLOT(log(QString)), Qt::DirectConnection); // EXPECT: qt-direct-connection
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Engine::process -> LogView::log -> LogView::write
