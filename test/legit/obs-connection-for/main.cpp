// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N14, obs-studio: the same choice for an object that may live on any thread.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <future>

static Qt::ConnectionType BlockingConnectionTypeFor(QObject *object) {
  return object->thread() == QThread::currentThread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
}

static bool confirm(QLabel *notice, const QString &text) {
  bool shown = false;
  QMetaObject::invokeMethod(
      notice,
      [notice, text, &shown] {
        notice->setText(text);
        shown = notice->isVisible();
      },
      BlockingConnectionTypeFor(notice));
  return shown;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel notice;
  notice.show();
  confirm(&notice, QStringLiteral("starting"));
  std::future<bool> output =
      std::async(std::launch::async, [&notice] { return confirm(&notice, QStringLiteral("multitrack")); });
  return app.exec();
}
