// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot is run directly on the worker, and is made for it: it copies under a mutex and asks for a repaint later.
#include <QApplication>
#include <QMutex>
#include <QThread>
#include <QWidget>

class Camera : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void frame(int number);

private:
  void run() override { Q_EMIT frame(1); }
};

class View : public QWidget {
  Q_OBJECT
public:
  void onFrame(int number) {
    {
      QMutexLocker lock(&mutex);
      last = number;
    }
    QMetaObject::invokeMethod(this, "update", Qt::QueuedConnection);
  }

private:
  QMutex mutex;
  int last = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  View view;
  Camera camera;
  QObject::connect(&camera, &Camera::frame, &view, &View::onFrame, Qt::DirectConnection);
  camera.start();
  view.show();
  int code = app.exec();
  camera.wait();
  return code;
}
