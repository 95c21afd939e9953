// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A render thread draws into a QOpenGLWidget as the class documents it: it makes the moved context current through the
// widget, and asks for the update through the event loop.
#include <QApplication>
#include <QOpenGLContext>
#include <QOpenGLWidget>
#include <QThread>

class RenderThread : public QThread {
public:
  explicit RenderThread(QOpenGLWidget *widget) : Widget(widget) {}

protected:
  void run() override {
    if (!Widget->context())
      return;
    Widget->makeCurrent();
    Widget->doneCurrent();
    QMetaObject::invokeMethod(Widget, "update", Qt::QueuedConnection);
  }

private:
  QOpenGLWidget *Widget;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QOpenGLWidget widget;
  RenderThread thread(&widget);
  QObject::connect(&app, &QCoreApplication::aboutToQuit, &thread, &QThread::requestInterruption);
  widget.show();
  thread.start();
  int code = app.exec();
  thread.wait();
  return code;
}
