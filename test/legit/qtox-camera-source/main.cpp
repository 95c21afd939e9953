// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N06, qTox: the camera source lives in its device thread; subscribe() and setupDevice() post themselves there when
// called from elsewhere.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class CameraSource : public QObject {
  Q_OBJECT
public:
  CameraSource() : deviceThread(new QThread), streamTimer(new QTimer(this)) {
    deviceThread->setObjectName(QStringLiteral("camera"));
    deviceThread->start();
    moveToThread(deviceThread);
  }
  Q_INVOKABLE void setupDevice(const QString &name) {
    if (QThread::currentThread() != deviceThread) {
      QMetaObject::invokeMethod(this, "setupDevice", Q_ARG(QString, name));
      return;
    }
    deviceName = name;
    streamTimer->start(40);
  }
public slots:
  void subscribe() {
    if (thread() != QThread::currentThread()) {
      QMetaObject::invokeMethod(this, &CameraSource::subscribe, Qt::QueuedConnection);
      return;
    }
    if (subscriptions++ == 0)
      streamTimer->start(40);
  }
  void unsubscribe() {
    if (thread() != QThread::currentThread()) {
      QMetaObject::invokeMethod(this, &CameraSource::unsubscribe, Qt::QueuedConnection);
      return;
    }
    if (--subscriptions == 0)
      streamTimer->stop();
  }

private:
  QThread *deviceThread;
  QTimer *streamTimer;
  QString deviceName;
  int subscriptions = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  CameraSource source;
  QPushButton button(QStringLiteral("Video"));
  button.show();
  QObject::connect(&button, &QPushButton::pressed, &button, [&source] {
    source.setupDevice(QStringLiteral("/dev/video0"));
    source.subscribe();
  });
  QObject::connect(&button, &QPushButton::released, &button, [&source] { source.unsubscribe(); });
  return app.exec();
}
