// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper function returns the connection type picked by the thread test.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

static Qt::ConnectionType waiting() {
  if (QThread::currentThread() == qApp->thread())
    return Qt::DirectConnection;
  return Qt::BlockingQueuedConnection;
}

static QString readTitle(QLabel *label) {
  QString text;
  QMetaObject::invokeMethod(label, [&text, label] { text = label->text(); }, waiting());
  return text;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label(QStringLiteral("title"));
  label.show();
  readTitle(&label);
  std::thread worker([&label] { readTitle(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
