// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The connection type comes from a function or a variable, and each that it can be runs the functor before the call returns.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

static Qt::ConnectionType waiting() {
  return QThread::currentThread() == qApp->thread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
}

static QString title(QLabel *label) {
  QString text;
  QMetaObject::invokeMethod(label, [&] { text = label->text(); }, waiting());
  return text;
}

static int width(QLabel *label) {
  Qt::ConnectionType type = Qt::BlockingQueuedConnection;
  if (QThread::currentThread() == label->thread())
    type = Qt::DirectConnection;
  int result = 0;
  QMetaObject::invokeMethod(label, [&] { result = label->width(); }, type);
  return result;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label(QStringLiteral("title"));
  label.show();
  std::thread worker([&label] { title(&label).resize(width(&label)); });
  int code = app.exec();
  worker.join();
  return code;
}
