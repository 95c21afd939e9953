// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Off the GUI thread the function posts itself again and returns; what follows runs on main.
#include <QApplication>
#include <QPlainTextEdit>
#include <QThread>
#include <thread>

class Console : public QPlainTextEdit {
  Q_OBJECT
public slots:
  void print(const QString &line) {
    if (QThread::currentThread() != qApp->thread()) {
      QMetaObject::invokeMethod(this, "print", Qt::QueuedConnection, Q_ARG(QString, line));
      return;
    }
    appendPlainText(line);
  }
  void show2(const QString &line) {
    if (QThread::currentThread() != thread()) {
      QMetaObject::invokeMethod(this, [this, line] { show2(line); }, Qt::QueuedConnection);
    } else {
      appendPlainText(line);
    }
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Console console;
  console.show();
  std::thread worker([&console] {
    console.print(QStringLiteral("from the worker"));
    console.show2(QStringLiteral("again"));
  });
  int code = app.exec();
  worker.join();
  return code;
}
