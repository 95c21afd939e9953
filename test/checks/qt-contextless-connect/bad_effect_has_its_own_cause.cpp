// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The single shot is meant for the thread it is asked for in; that the log it reaches writes to a view is wrong whoever
// calls it on the thread, and reported once, there.
#include <QApplication>
#include <QPlainTextEdit>
#include <QThread>
#include <QTimer>

static QPlainTextEdit *view;

static void note(const QString &text) {
  if (view)
    view->appendPlainText(text); // EXPECT: qt-off-main-thread
}

class Monitor : public QThread {
  Q_OBJECT
  void run() override {
    note("started");
    QTimer::singleShot(0, [this] { update(); });
    exec();
  }
  void update() { note("update"); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  view = new QPlainTextEdit;
  Monitor monitor;
  monitor.start();
  int code = app.exec();
  monitor.quit();
  monitor.wait();
  return code;
}
// CHAIN: Monitor::run -> note
