// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// invokeMethod in its queued and automatic forms, by name and with a functor, hands the call to the label's thread.
#include <QApplication>
#include <QLabel>
#include <thread>

static void work(QLabel *label) {
  QMetaObject::invokeMethod(label, "setText", Qt::QueuedConnection, Q_ARG(QString, QStringLiteral("one")));
  QMetaObject::invokeMethod(label, "clear");
  QMetaObject::invokeMethod(label, [label] { label->setText(QStringLiteral("two")); }, Qt::QueuedConnection);
  QMetaObject::invokeMethod(label, [label] { label->setText(QStringLiteral("three")); });
  QMetaObject::invokeMethod(label, &QLabel::clear, Qt::QueuedConnection);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker(work, &label);
  int code = app.exec();
  worker.join();
  return code;
}
