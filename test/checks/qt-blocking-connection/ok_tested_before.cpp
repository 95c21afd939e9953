// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Called from everywhere, and asks first: a test and a direct call, a type by ternary, a type by function.
#include <QApplication>
#include <QPushButton>
#include <QThread>

static Qt::ConnectionType waitingFor(const QObject *object) {
  return QThread::currentThread() == object->thread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
}

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() { connect(this, &QPushButton::clicked, this, &Window::everything); }
  void everything() {
    byTest();
    byTernary();
    byFunction();
  }
public Q_SLOTS:
  void refresh() { update(); }

private:
  void byTest() {
    if (QThread::currentThread() == qApp->thread())
      refresh();
    else
      QMetaObject::invokeMethod(this, "refresh", Qt::BlockingQueuedConnection);
  }
  void byTernary() {
    bool here = QThread::currentThread() == thread();
    QMetaObject::invokeMethod(this, "refresh", here ? Qt::DirectConnection : Qt::BlockingQueuedConnection);
  }
  void byFunction() { QMetaObject::invokeMethod(this, "refresh", waitingFor(this)); }
};

class Job : public QThread {
  Q_OBJECT
public:
  explicit Job(Window *window) : window(window) {}

private:
  void run() override { window->everything(); }
  Window *window;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  Job job(&window);
  job.start();
  window.show();
  int code = app.exec();
  job.wait();
  return code;
}
