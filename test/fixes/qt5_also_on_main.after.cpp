// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A method that the main thread calls, too: there the call is made at once, as it was.
#include <QApplication>
#include <QPlainTextEdit>
#include <thread>

class Log : public QWidget {
public:
  Log() { add(QStringLiteral("ready")); }
  void add(const QString &line) {
    QMetaObject::invokeMethod(this, [this, line] {
      view->appendPlainText(line);
      view->ensureCursorVisible();
    });
  }

private:
  QPlainTextEdit *view = new QPlainTextEdit(this);
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Log log;
  log.show();
  std::thread worker([&log] { log.add(QStringLiteral("at work")); });
  int code = app.exec();
  worker.join();
  return code;
}
