// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread test chooses the connection type in a ternary, and the call in another.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

class Title : public QLabel {
  Q_OBJECT
public slots:
  void apply() { setText(QStringLiteral("applied")); }

public:
  void request() {
    Qt::ConnectionType type =
        QThread::currentThread() == thread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
    QMetaObject::invokeMethod(this, "apply", type);
  }
  bool requestAgain() {
    return QThread::currentThread() == qApp->thread() ? (apply(), true)
                                                      : QMetaObject::invokeMethod(this, "apply", Qt::QueuedConnection);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Title title;
  title.show();
  title.request();
  std::thread worker([&title] {
    title.request();
    title.requestAgain();
  });
  int code = app.exec();
  worker.join();
  return code;
}
