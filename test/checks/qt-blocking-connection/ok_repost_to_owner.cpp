// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object of a worker whose public method posts itself to its own thread and waits, unless it is there.
#include <QApplication>
#include <QPushButton>
#include <QThread>

class Database : public QObject {
  Q_OBJECT
public Q_SLOTS:
  bool open(const QString &path) {
    if (QThread::currentThread() != thread()) {
      bool ok = false;
      QMetaObject::invokeMethod(this, "open", Qt::BlockingQueuedConnection, Q_RETURN_ARG(bool, ok), Q_ARG(QString, path));
      return ok;
    }
    return !path.isEmpty();
  }
  void compact() { open(QStringLiteral("other")); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Database database;
  database.moveToThread(&thread);
  QPushButton button("open");
  QObject::connect(&button, &QPushButton::clicked, &button, [&database] { database.open(QStringLiteral("file")); });
  QObject::connect(&thread, &QThread::started, &database, &Database::compact);
  thread.start();
  button.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
