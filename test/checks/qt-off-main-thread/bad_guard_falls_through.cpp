// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The repost is there but the return is missing: the call below the guard still runs on the worker.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

class Note : public QLabel {
  Q_OBJECT
public slots:
  void display(const QString &text) {
    if (QThread::currentThread() != qApp->thread())
      QMetaObject::invokeMethod(this, "display", Qt::QueuedConnection, Q_ARG(QString, text));
    setText(text); // EXPECT: qt-off-main-thread
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Note note;
  note.show();
  std::thread worker([&note] { note.display(QStringLiteral("hello")); });
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: lambda in main -> Note::display
