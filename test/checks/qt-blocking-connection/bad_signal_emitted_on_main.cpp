// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The connection is meant for the worker, but the same signal is emitted by a slot on the main thread too.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent/QtConcurrentRun>

class Session : public QObject {
  Q_OBJECT
public:
  void open() {
    QtConcurrent::run([this] { Q_EMIT message(QStringLiteral("open")); });
  }
  void close() { Q_EMIT message(QStringLiteral("closed")); }
Q_SIGNALS:
  void message(const QString &text);
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QPushButton button("close");
  Session session;
  QObject::connect(&session, &Session::message, &label, &QLabel::setText, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
  QObject::connect(&button, &QPushButton::clicked, &session, &Session::close);
  session.open();
  button.show();
  return app.exec();
}
// CHAIN: Session::close
