// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function picks the connection type, and one of those it picks only queues the call.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

static Qt::ConnectionType picked() {
  return QThread::currentThread() == qApp->thread() ? Qt::DirectConnection : Qt::QueuedConnection;
}

static void show(QLabel *label) {
  QString text = QStringLiteral("done");
  QMetaObject::invokeMethod(label, [&] { label->setText(text); }, picked()); // EXPECT: handoff-dangling-capture
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label(QStringLiteral("title"));
  label.show();
  std::thread worker([&label] { show(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
