// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every way by which a call reaches a widget; signals and queued calls are right.
// FLAGS: -Wl,-z,lazy
// FLAGS: -Wl,-z,now
// FLAGS: -fno-plt
#include <QtWidgets>

class Worker : public QThread {
public:
  QLabel *label;
  void run() override {
    label->setText("direct");                                    // EXPECT(qt-off-main-thread QLabel::setText) direct
    QWidget *widget = label;
    widget->sizeHint();                                          // EXPECT(qt-off-main-thread *) virtual
    label->setProperty("text", "property");                      // EXPECT(qt-off-main-thread *) property
    void (QLabel::*member)(const QString &) = &QLabel::setText;
    (label->*member)("member pointer");                          // EXPECT(qt-off-main-thread QLabel::setText) member-pointer
    QMetaObject::invokeMethod(label, "setText", Qt::DirectConnection, Q_ARG(QString, "direct")); // EXPECT(qt-off-main-thread *) invoke-method
    QMetaObject::invokeMethod(label, "setText", Qt::QueuedConnection, Q_ARG(QString, "right")); // LEGAL queued
    emit objectNameChanged("right", {});
    QObject plain;
    plain.setObjectName("own");
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Worker worker;
  worker.label = &label;
  QObject::connect(&worker, &QObject::objectNameChanged, &label, &QLabel::setText);
  QTimer::singleShot(50, &app, [&] { worker.start(); });
  QTimer::singleShot(400, &app, &QApplication::quit);
  int result = app.exec();
  worker.wait();
  return result;
}
