// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The type is chosen by a test of the thread, in place, in a variable, and by a function.
#include <QApplication>
#include <QLabel>
#include <QThread>

static Qt::ConnectionType typeFor(const QObject *object) {
  return QThread::currentThread() == object->thread() ? Qt::DirectConnection : Qt::QueuedConnection;
}

class Source : public QThread {
  Q_OBJECT
public:
  void attach(QLabel *label) {
    connect(this, &Source::text, label, &QLabel::setText, typeFor(label));
    Qt::ConnectionType type = Qt::QueuedConnection;
    if (QThread::currentThread() == thread())
      type = Qt::DirectConnection;
    connect(this, &Source::text, label, &QLabel::setText, type);
  }
Q_SIGNALS:
  void text(const QString &text);

private:
  void run() override { Q_EMIT text(QStringLiteral("a")); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Source source;
  source.attach(&label);
  source.start();
  int code = app.exec();
  source.wait();
  return code;
}
