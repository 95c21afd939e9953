// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread is a member of a window that does not wait for it.
#include <QApplication>
#include <QThread>
#include <QWidget>

class Worker : public QObject {
  Q_OBJECT
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Window : public QWidget {
  Q_OBJECT
public:
  Window() {
    worker.moveToThread(&thread);
    connect(&thread, &QThread::started, &worker, &Worker::work);
    thread.start();
  }

private:
  Worker worker;
  QThread thread; // EXPECT: qt-thread-destroyed
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
